package org.gatebook.query.history.reason;

import java.util.Optional;
import java.util.function.Predicate;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.PaymentConfirmed;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.RefundDone;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.RecordedEvent;

/**
 * What led to an event of a gift card: the order that it was sold with, paid or got a refund of. Orders belong to other
 * streams, which may be stored behind the card's in the same unit, and which not everybody may see who sees the card.
 */
final class GiftCardCauses {

    private GiftCardCauses() {}

    static Optional<RecordedEvent> of(RecordedEvent event, GiftCardEvent what, Chronicle story) {
        return switch (what) {
            case GiftCardIssued e -> sale(e.card().number(), story);
            case GiftCardTransacted e -> booking(event, e, story);
            case GiftCardTermsChanged e -> Optional.empty();
        };
    }

    /** A card that was sold has the number of the position that sold it. */
    private static Optional<RecordedEvent> sale(long card, Chronicle story) {
        return story.newest(GiftCardSold.class, sold -> sold.line() == card);
    }

    private static Optional<RecordedEvent> booking(RecordedEvent event, GiftCardTransacted e, Chronicle story) {
        CardTransaction booked = e.transaction();
        OrderBooking booking = booked.booking();
        if (booking == null) {
            return Optional.empty();
        }
        Optional<OrderId> order = story.facts().orderOfCode(booking.order());
        Integer payment = booking.payment();
        Integer refund = booking.refund();
        if (payment != null) {
            return order.flatMap(of -> newest(story, of, other -> pays(other, payment)));
        }
        if (refund != null) {
            return order.flatMap(of -> newest(story, of, other -> refunds(other, refund)));
        }
        return booked.amount().isNegative()
                ? story.inSameAction(event).filter(GiftCardCauses::takesBack).findFirst()
                : sale(e.card().number(), story);
    }

    private static Optional<RecordedEvent> newest(Chronicle story, OrderId order, Predicate<OrderEvent> condition) {
        return story.newest(OrderEvent.class, event -> event.order().equals(order) && condition.test(event));
    }

    private static boolean pays(OrderEvent event, int localId) {
        return (event instanceof PaymentConfirmed confirmed && confirmed.localId() == localId)
                || (event instanceof PaymentRecorded recorded
                        && recorded.payment().localId() == localId);
    }

    private static boolean refunds(OrderEvent event, int localId) {
        return (event instanceof RefundDone done && done.localId() == localId)
                || (event instanceof RefundRecorded recorded
                        && recorded.refund().localId() == localId);
    }

    private static boolean takesBack(RecordedEvent event) {
        return event.payload() instanceof LineCanceled
                || event.payload() instanceof OrderCanceled
                || event.payload() instanceof OrderCanceledForFee;
    }
}
