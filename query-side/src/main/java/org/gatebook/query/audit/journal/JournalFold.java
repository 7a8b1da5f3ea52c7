package org.gatebook.query.audit.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
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
import org.gatebook.api.order.PlacedPayment;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.api.order.RefundState;
import org.jspecify.annotations.Nullable;

/** What the accounts know of an order, from its events alone. */
final class JournalFold {

    private JournalFold() {}

    /** The order after the event; null before stands for an order that was never placed. */
    static BookedOrder fold(@Nullable BookedOrder before, OrderEvent event) {
        if (before == null) {
            if (event instanceof OrderPlaced placed) {
                return placed(placed.placed());
            }
            throw new IllegalStateException("the first event of " + event.order() + " is not its placing");
        }
        return switch (event) {
            case OrderPlaced again -> throw new IllegalStateException("placed twice: " + again.order());
            case PaymentRecorded e -> recorded(before, e.payment());
            case PaymentConfirmed e -> before.payment(e.localId(), PaymentState.CONFIRMED);
            case PaymentCanceled e -> before.payment(e.localId(), PaymentState.CANCELED);
            case PaymentRefunded e -> before.payment(e.localId(), PaymentState.REFUNDED);
            case OrderPaid e -> before.with(OrderStatus.PAID);
            case OrderMarkedPending e -> before.with(OrderStatus.PENDING);
            case OrderExpired e -> before.with(OrderStatus.EXPIRED);
            case OrderCanceled e -> before.with(OrderStatus.CANCELED);
            case OrderDenied e -> before.with(OrderStatus.CANCELED);
            case OrderReactivated e -> before.with(OrderStatus.PENDING);
            case OrderApproved e -> before.approved();
            case OrderDeleted e -> before.gone();
            case LineAdded e -> before.withLine(e.line().id(), Claim.of(e.line()), e.total());
            case LineChanged e -> before.line(e.line(), claim -> claim.with(e.terms()), e.total());
            case LineCanceled e -> before.withoutLine(e.line(), e.total());
            case LineSplitOff e -> before.withoutLine(e.line(), e.total());
            case GiftCardSold e -> before.line(e.line(), Claim::sold, before.total());
            case FeeChanged e -> before.fee(e.fee().id(), Claim.of(e.fee()), e.total());
            case FeeCanceled e -> before.withoutFee(e.fee(), e.total());
            case OrderCanceledForFee e -> before.withOnly(e.fee().id(), Claim.of(e.fee()), e.total());
            case RefundRecorded e -> recorded(before, e.refund());
            case RefundDone e -> before.refund(e.localId(), RefundState.DONE);
            case RefundCanceled e -> before.refund(e.localId(), RefundState.CANCELED);
            case ExpiryChanged e -> before;
            case OrderDetailsChanged e -> before;
            case OrderSecretReplaced e -> before;
            case OrderSplitFrom e -> before;
            case LineAnswered e -> before;
            case AttendeeChanged e -> before;
            case ContentsChanged e -> before;
            case MailRequested e -> before;
            case InvoiceIssued e -> before;
            case InvoiceCanceled e -> before;
            case InvoiceRegenerated e -> before;
            case InvoiceOutdated e -> before;
            case OrderErased e -> before;
        };
    }

    private static BookedOrder placed(PlacedOrder placed) {
        SequencedMap<Long, Claim> lines = new LinkedHashMap<>();
        placed.lines().forEach(line -> lines.put(line.id(), Claim.of(line)));
        SequencedMap<Long, Claim> fees = new LinkedHashMap<>();
        placed.fees().forEach(fee -> fees.put(fee.id(), Claim.of(fee)));
        return new BookedOrder(
                new BookedOrder.Origin(placed.code(), placed.event(), placed.testmode(), placed.datetime()),
                OrderStatus.PENDING,
                placed.requireApproval(),
                false,
                placed.total(),
                lines,
                fees,
                Map.of(),
                Map.of());
    }

    private static BookedOrder recorded(BookedOrder before, PlacedPayment payment) {
        return before.with(
                payment.localId(), new BookedOrder.Payment(payment.provider(), payment.state(), payment.amount()));
    }

    private static BookedOrder recorded(BookedOrder before, PlacedRefund refund) {
        return before.with(
                refund.localId(), new BookedOrder.Refund(refund.provider(), refund.state(), refund.amount()));
    }
}
