package org.gatebook.query.order;

import java.util.List;
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

/** An order as clients see it, from its events alone. */
public final class OrderFold {

    private OrderFold() {}

    /**
     * The order after the event; null before stands for an order that was never placed.
     *
     * @param position of the event in the log
     */
    public static OrderView fold(@Nullable OrderView before, OrderEvent event, long position) {
        if (before == null) {
            if (event instanceof OrderPlaced placed) {
                return placed(placed.placed(), position);
            }
            throw new IllegalStateException("the first event of " + event.order() + " is not its placing");
        }
        return switch (event) {
            case OrderPlaced again -> throw new IllegalStateException("placed twice: " + again.order());
            case PaymentRecorded e -> before.and(PaymentView.of(e.payment()));
            case PaymentConfirmed e -> before.payment(e.localId(), payment -> payment.confirmed(e.paymentDate()));
            case PaymentCanceled e -> before.payment(e.localId(), payment -> payment.with(PaymentState.CANCELED));
            case OrderPaid e -> before.with(OrderStatus.PAID);
            case OrderMarkedPending e -> before.with(OrderStatus.PENDING);
            case OrderExpired e -> before.with(OrderStatus.EXPIRED);
            case OrderCanceled e -> before.with(OrderStatus.CANCELED);
            case ExpiryChanged e -> before.withExpires(e.expires());
            case OrderDetailsChanged e -> before.with(DetailsView.of(e.details()));
            case LineAnswered e -> before;
            case AttendeeChanged e -> before;
            case LineAdded e -> before.withTotal(e.total().amount());
            case LineChanged e -> before.withTotal(e.total().amount());
            case LineSplitOff e -> before.withTotal(e.total().amount());
            case OrderSplitFrom e -> before;
            case FeeChanged e -> before.with(e.fee()).withTotal(e.total().amount());
            case FeeCanceled e -> before.without(e.fee()).withTotal(e.total().amount());
            case ContentsChanged e -> before;
            case MailRequested e -> before;
            case LineCanceled e -> before.withTotal(e.total().amount());
            case OrderCanceledForFee e ->
                before.withOnly(e.fee()).withTotal(e.total().amount());
            case OrderApproved e -> before.approved().withExpires(e.expires());
            case OrderDenied e -> before.with(OrderStatus.CANCELED);
            case OrderReactivated e -> before.with(OrderStatus.PENDING).withExpires(e.expires());
            case OrderSecretReplaced e -> before.withSecret(e.secret().value().orElse(""));
            case OrderDeleted e -> before.gone();
            case GiftCardSold e -> before;
            case RefundRecorded e -> before.and(RefundView.of(e.refund()));
            case RefundDone e -> before.refund(e.localId(), refund -> refund.done(e.executionDate()));
            case RefundCanceled e -> before.refund(e.localId(), refund -> refund.with(RefundState.CANCELED));
            case PaymentRefunded e -> before.payment(e.localId(), payment -> payment.with(PaymentState.REFUNDED));
            case InvoiceIssued e -> before;
            case InvoiceCanceled e -> before;
            case InvoiceRegenerated e -> before;
            case InvoiceOutdated e -> before;
            // What was read of people is gone already: after this event the order is folded anew.
            case OrderErased e -> before;
        };
    }

    private static OrderView placed(PlacedOrder placed, long position) {
        return new OrderView(
                new OrderView.Origin(
                        placed.id(),
                        placed.code(),
                        placed.organizer(),
                        placed.event(),
                        placed.testmode(),
                        placed.salesChannel(),
                        placed.datetime(),
                        position),
                placed.secret().value().orElse(""),
                DetailsView.of(placed),
                OrderStatus.PENDING,
                false,
                placed.requireApproval(),
                placed.expires(),
                placed.total().amount(),
                placed.fees().stream().map(fee -> new FeeView(fee, false)).toList(),
                List.of(),
                List.of());
    }
}
