package org.gatebook.command.order;

import static org.gatebook.api.decision.Outcome.accepted;

import java.util.List;
import java.util.function.Predicate;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.giftcard.GiftCardSale.SoldGiftCard;
import org.gatebook.api.order.OrderCommand.SellGiftCards;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.command.order.state.Line;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Paid;

/** Decides about gift cards that are sold as products (decisions, "Copied on purpose"). */
final class GiftCardSaleDecider {

    private GiftCardSaleDecider() {}

    /** Every card is sold once, however often its order becomes paid. */
    static Outcome<OrderEvent, GiftCardSale> sell(OrderState state, SellGiftCards command) {
        GiftCardSale sale = sale(
                state.contents(),
                line -> state instanceof Paid
                        && command.products().contains(line.item())
                        && !line.soldCard()
                        && line.price().amount().signum() > 0);
        return accepted(
                sale,
                sale.cards().stream()
                        .map(card -> new GiftCardSold(command.order(), card.line()))
                        .toList());
    }

    static Outcome<OrderEvent, GiftCardSale> name(OrderState state) {
        return accepted(sale(state.contents(), Line::soldCard), List.of());
    }

    private static GiftCardSale sale(OrderContents order, Predicate<Line> sold) {
        return new GiftCardSale(
                order.code(),
                order.testmode(),
                order.activeLines().stream()
                        .filter(sold)
                        .map(line -> new SoldGiftCard(line.id(), line.price()))
                        .toList());
    }
}
