package org.gatebook.command.order.cancel;

import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.command.order.giftcard.SoldGiftCards;
import org.gatebook.command.ticket.secret.SecretReplacement;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What goes with the cancellation of a whole order, whichever request it came by: the gift cards that it sold lose their
 * credit, and signed secrets of its tickets are revoked (behaviour notes, orders 12.9).
 */
@Component
public class CanceledOrders {

    private final EventOffers offers;
    private final SecretReplacement secrets;
    private final SoldGiftCards cards;

    CanceledOrders(EventOffers offers, SecretReplacement secrets, SoldGiftCards cards) {
        this.offers = offers;
        this.secrets = secrets;
        this.cards = cards;
    }

    /** What the order has sold. To be asked before: a cancellation for a fee takes the positions out that say it. */
    public GiftCardSale soldBy(OrderId order) {
        return cards.soldWith(order);
    }

    /**
     * Follows the cancellation of this order.
     *
     * @return why the order cannot be cancelled after all, which has to end the request without effect; null if it can
     */
    public @Nullable Refusal follow(ApiRequest request, OrderId order, GiftCardSale sale) {
        String used = cards.takeBack(sale);
        if (used != null) {
            return OrderRefusals.giftCardUsed(used);
        }
        secrets.revokeAll(offers.of(request.organizer(), request.event()), order);
        return null;
    }
}
