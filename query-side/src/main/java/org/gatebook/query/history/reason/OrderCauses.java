package org.gatebook.query.history.reason;

import java.util.Optional;
import java.util.function.Predicate;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.AttendeeChanged;
import org.gatebook.api.order.OrderEvent.ContentsChanged;
import org.gatebook.api.order.OrderEvent.ExpiryChanged;
import org.gatebook.api.order.OrderEvent.FeeCanceled;
import org.gatebook.api.order.OrderEvent.FeeChanged;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.api.order.OrderEvent.InvoiceOutdated;
import org.gatebook.api.order.OrderEvent.InvoiceRegenerated;
import org.gatebook.api.order.OrderEvent.LineAdded;
import org.gatebook.api.order.OrderEvent.LineAnswered;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.LineChanged;
import org.gatebook.api.order.OrderEvent.LineSplitOff;
import org.gatebook.api.order.OrderEvent.MailRequested;
import org.gatebook.api.order.OrderEvent.OrderApproved;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.OrderDeleted;
import org.gatebook.api.order.OrderEvent.OrderDenied;
import org.gatebook.api.order.OrderEvent.OrderDetailsChanged;
import org.gatebook.api.order.OrderEvent.OrderErased;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.OrderReactivated;
import org.gatebook.api.order.OrderEvent.OrderSecretReplaced;
import org.gatebook.api.order.OrderEvent.OrderSplitFrom;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentConfirmed;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.PaymentRefunded;
import org.gatebook.api.order.OrderEvent.RefundCanceled;
import org.gatebook.api.order.OrderEvent.RefundDone;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.eventstore.RecordedEvent;

/**
 * What led to an event of an order: what the same command did before it, or the earlier event that it refers to. Nothing
 * where somebody simply wanted it so.
 */
final class OrderCauses {

    private OrderCauses() {}

    static Optional<RecordedEvent> of(RecordedEvent event, OrderEvent what, Chronicle story) {
        return switch (what) {
            case OrderPlaced e -> Optional.empty();
            case OrderSplitFrom e ->
                story.newest(LineSplitOff.class, split -> split.into().equals(e.order()));
            case PaymentRecorded e -> inCommand(event, story);
            case PaymentConfirmed e -> payment(event, e.order(), e.localId(), story);
            case PaymentCanceled e -> payment(event, e.order(), e.localId(), story);
            case OrderPaid e -> inCommand(event, story).or(() -> earlier(event, OrderPlaced.class, e.order(), story));
            case OrderMarkedPending e -> inCommand(event, story);
            case OrderExpired e -> term(event, e.order(), story);
            case OrderCanceled e -> inCommand(event, story);
            case ExpiryChanged e -> inCommand(event, story);
            case OrderDetailsChanged e -> Optional.empty();
            case LineCanceled e -> Optional.empty();
            case OrderCanceledForFee e -> Optional.empty();
            case OrderApproved e -> earlier(event, OrderPlaced.class, e.order(), story);
            case OrderDenied e -> earlier(event, OrderPlaced.class, e.order(), story);
            case OrderReactivated e -> ending(event, e.order(), story);
            case OrderSecretReplaced e -> Optional.empty();
            case OrderDeleted e -> Optional.empty();
            case RefundRecorded e -> refunded(event, e.order(), e.refund(), story);
            case RefundDone e -> refund(event, e.order(), e.localId(), story);
            case RefundCanceled e -> refund(event, e.order(), e.localId(), story);
            case PaymentRefunded e -> inCommand(event, story);
            case LineAnswered e -> Optional.empty();
            case GiftCardSold e -> earlier(event, OrderPaid.class, e.order(), story);
            case LineAdded e -> Optional.empty();
            case LineChanged e -> Optional.empty();
            case LineSplitOff e -> Optional.empty();
            case AttendeeChanged e -> Optional.empty();
            case FeeChanged e -> Optional.empty();
            case FeeCanceled e -> Optional.empty();
            case ContentsChanged e -> inCommand(event, story);
            case MailRequested e -> inAction(event, story);
            case InvoiceIssued e -> inAction(event, story);
            case InvoiceCanceled e -> inAction(event, story);
            case InvoiceRegenerated e -> Optional.empty();
            case InvoiceOutdated e -> inCommand(event, story);
            case OrderErased e -> Optional.empty();
        };
    }

    /** The event that set until when an order may be paid. */
    static Optional<RecordedEvent> term(RecordedEvent before, OrderId order, Chronicle story) {
        return story.before(before)
                .filter(of(order))
                .filter(event -> event.payload() instanceof OrderPlaced
                        || event.payload() instanceof ExpiryChanged
                        || event.payload() instanceof OrderApproved
                        || event.payload() instanceof OrderReactivated)
                .findFirst();
    }

    /** The event that called an order off. */
    static Optional<RecordedEvent> ending(RecordedEvent before, OrderId order, Chronicle story) {
        return story.before(before)
                .filter(of(order))
                .filter(event -> event.payload() instanceof OrderCanceled
                        || event.payload() instanceof OrderDenied
                        || event.payload() instanceof OrderExpired
                        || event.payload() instanceof OrderDeleted)
                .findFirst();
    }

    /** A condition on events of this order. */
    static Predicate<RecordedEvent> of(OrderId order) {
        return Chronicle.is(OrderEvent.class, event -> event.order().equals(order));
    }

    // A payment that is given up on the way leads to nothing.
    private static Optional<RecordedEvent> inCommand(RecordedEvent event, Chronicle story) {
        return story.inSameCommand(event)
                .filter(other -> !(other.payload() instanceof PaymentCanceled))
                .findFirst();
    }

    /** What follows from a change is stored by a command of its own, in the same action. */
    private static Optional<RecordedEvent> inAction(RecordedEvent event, Chronicle story) {
        return story.before(event)
                .filter(other -> other.aggregateId().equals(event.aggregateId()))
                .filter(other ->
                        other.metadata().correlationId().equals(event.metadata().correlationId()))
                .filter(other -> !(other.payload() instanceof MailRequested))
                .findFirst();
    }

    private static <E extends OrderEvent> Optional<RecordedEvent> earlier(
            RecordedEvent event, Class<E> kind, OrderId order, Chronicle story) {
        return story.before(event, kind, other -> other.order().equals(order));
    }

    private static Optional<RecordedEvent> payment(RecordedEvent event, OrderId order, int localId, Chronicle story) {
        return story.before(
                event,
                PaymentRecorded.class,
                recorded -> recorded.order().equals(order) && recorded.payment().localId() == localId);
    }

    private static Optional<RecordedEvent> refund(RecordedEvent event, OrderId order, int localId, Chronicle story) {
        return story.before(
                event,
                RefundRecorded.class,
                recorded -> recorded.order().equals(order) && recorded.refund().localId() == localId);
    }

    private static Optional<RecordedEvent> refunded(
            RecordedEvent event, OrderId order, PlacedRefund refund, Chronicle story) {
        Integer payment = refund.payment();
        return payment == null ? inCommand(event, story) : payment(event, order, payment, story);
    }
}
