package org.gatebook.api.giftcard;

import java.util.List;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderCode;

/**
 * Gift cards that an order sells.
 *
 * @param code what bookings of the cards call the order
 * @param testmode whether they are worth nothing
 */
public record GiftCardSale(OrderCode code, boolean testmode, List<SoldGiftCard> cards) {

    public GiftCardSale {
        cards = List.copyOf(cards);
    }

    /**
     * A card that is sold.
     *
     * @param line the position's id, and the card's number
     * @param value what was paid for it
     */
    public record SoldGiftCard(long line, Money value) {}
}
