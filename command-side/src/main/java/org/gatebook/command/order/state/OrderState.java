package org.gatebook.command.order.state;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gatebook.api.money.Money;
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
import org.gatebook.api.order.OrderStatus;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.order.RefundState;
import org.jspecify.annotations.Nullable;

/** Where an order stands; which operations exist depends on it (behaviour notes, orders 12.2). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OrderState.Pending.class, name = "pending"),
    @JsonSubTypes.Type(value = OrderState.Paid.class, name = "paid"),
    @JsonSubTypes.Type(value = OrderState.Expired.class, name = "expired"),
    @JsonSubTypes.Type(value = OrderState.Canceled.class, name = "canceled"),
    @JsonSubTypes.Type(value = OrderState.Deleted.class, name = "deleted"),
})
public sealed interface OrderState {

    /** What it holds. */
    OrderContents contents();

    /** It holds its places and waits for money or approval. */
    record Pending(OrderContents contents) implements OrderState {}

    /** It is paid, as far as the organizer is concerned. */
    record Paid(OrderContents contents) implements OrderState {}

    /** Its time is over; it holds no places. */
    record Expired(OrderContents contents) implements OrderState {}

    /** It was called off. */
    record Canceled(OrderContents contents) implements OrderState {}

    /** It was a test and is gone: nothing can be asked of it. */
    record Deleted(OrderContents contents) implements OrderState {}

    /** As clients see it. */
    default OrderStatus status() {
        return switch (this) {
            case Pending p -> OrderStatus.PENDING;
            case Paid p -> OrderStatus.PAID;
            case Expired p -> OrderStatus.EXPIRED;
            case Canceled p -> OrderStatus.CANCELED;
            case Deleted p -> OrderStatus.CANCELED;
        };
    }

    /** What is still owed: nothing of a cancelled order, so that its money is too much (behaviour notes, orders 12.1). */
    default Money owed() {
        return this instanceof Canceled
                ? contents().balance().negated()
                : contents().pending();
    }

    /** The state after this event; pure. */
    static OrderState evolve(@Nullable OrderState before, OrderEvent event) {
        if (before == null) {
            if (event instanceof OrderPlaced placed) {
                return new Pending(placed(placed.placed()));
            }
            throw new IllegalStateException("an order begins with its placing, not with " + event);
        }
        return switch (event) {
            case OrderPlaced again -> throw new IllegalStateException("an order is placed once: " + again.order());
            case PaymentRecorded e -> before.with(c -> c.recorded(e.payment()));
            case PaymentConfirmed e -> before.with(c -> c.payment(e.localId(), PaymentState.CONFIRMED));
            case PaymentCanceled e -> before.with(c -> c.payment(e.localId(), PaymentState.CANCELED));
            case OrderPaid e -> new Paid(before.contents());
            case OrderMarkedPending e -> new Pending(before.contents());
            case OrderExpired e -> new Expired(before.contents());
            case OrderCanceled e -> new Canceled(before.contents());
            case ExpiryChanged e -> before.with(c -> c.expiring(e.expires()));
            case OrderDetailsChanged e ->
                before.with(c -> c.validIfPending(e.details().validIfPending()));
            case LineAnswered e -> before;
            case AttendeeChanged e -> before;
            case LineAdded e -> before.with(c -> c.lineAdded(Line.of(e.line()), e.total()));
            case LineChanged e -> before.with(c -> c.lineChanged(e.line(), e.terms(), e.total()));
            case LineSplitOff e -> before.with(c -> c.lineSplitOff(e.line(), e.total()));
            case OrderSplitFrom e -> before;
            case FeeChanged e -> before.with(c -> c.feeChanged(e.fee(), e.total()));
            case FeeCanceled e -> before.with(c -> c.feeCanceled(e.fee(), e.total()));
            case ContentsChanged e -> before;
            case MailRequested e -> before;
            case LineCanceled e -> before.with(c -> c.lineCanceled(e.line(), e.total()));
            case OrderCanceledForFee e -> before.with(c -> c.canceledFor(e.fee(), e.total()));
            case OrderApproved e -> before.with(c -> c.approved(e.expires()));
            case OrderDenied e -> new Canceled(before.contents());
            case OrderReactivated e -> new Pending(before.contents().expiring(e.expires()));
            case OrderSecretReplaced e -> before;
            case OrderDeleted e -> new Deleted(before.contents());
            case GiftCardSold e -> before.with(c -> c.cardSold(e.line()));
            case RefundRecorded e -> before.with(c -> c.recorded(e.refund()));
            case RefundDone e -> before.with(c -> c.refund(e.localId(), RefundState.DONE));
            case RefundCanceled e -> before.with(c -> c.refund(e.localId(), RefundState.CANCELED));
            case PaymentRefunded e -> before.with(c -> c.payment(e.localId(), PaymentState.REFUNDED));
            case InvoiceIssued e -> before.with(c -> c.with(c.invoices().issued(e.invoice())));
            case InvoiceCanceled e -> before.with(c -> c.with(c.invoices().canceled(e.cancellation())));
            case InvoiceRegenerated e -> before;
            case InvoiceOutdated e -> before.with(c -> c.with(c.invoices().nowOutdated()));
            case OrderErased e -> e.buyer() ? before.with(OrderContents::nobodys) : before;
        };
    }

    private OrderState with(UnaryOperator<OrderContents> change) {
        OrderContents changed = change.apply(contents());
        return switch (this) {
            case Pending p -> new Pending(changed);
            case Paid p -> new Paid(changed);
            case Expired p -> new Expired(changed);
            case Canceled p -> new Canceled(changed);
            case Deleted p -> new Deleted(changed);
        };
    }

    private static OrderContents placed(PlacedOrder placed) {
        return new OrderContents(
                placed.id(),
                placed.code(),
                placed.organizer(),
                placed.event(),
                placed.testmode(),
                placed.requireApproval(),
                placed.validIfPending(),
                placed.salesChannel(),
                placed.expires(),
                placed.lines().stream().map(Line::of).toList(),
                placed.fees(),
                List.of(),
                List.of(),
                placed.total(),
                InvoiceBook.EMPTY);
    }
}
