package org.gatebook.query.order.line;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.Attendee;
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
import org.gatebook.api.order.PlacedOrder;
import org.jspecify.annotations.Nullable;

/** The positions of an order, from its events alone: a view of their own, so that a payment rewrites none of them. */
public record OrderLines(OrderId order, OrganizerSlug organizer, EventSlug event, List<LineView> lines) {

    public OrderLines {
        lines = List.copyOf(lines);
    }

    /** The positions after the event; the same instance when it says nothing about them. */
    public static OrderLines fold(@Nullable OrderLines before, OrderEvent event) {
        if (before == null) {
            if (event instanceof OrderPlaced placed) {
                return placed(placed.placed());
            }
            throw new IllegalStateException("the first event of " + event.order() + " is not its placing");
        }
        return switch (event) {
            case OrderPlaced again -> throw new IllegalStateException("placed twice: " + again.order());
            case LineCanceled e -> before.line(e.line(), LineView::taken);
            case LineAnswered e ->
                before.line(e.line(), line -> line.answered(e.answers().value().orElse(List.of()), e.withdrawn()));
            case LineAdded e -> before.and(LineView.of(e.line()));
            case LineChanged e -> before.line(e.line(), line -> line.with(e.terms()));
            case LineSplitOff e -> before.line(e.line(), LineView::splitOff);
            case AttendeeChanged e ->
                before.line(e.line(), line -> line.with(e.attendee().value().orElseGet(Attendee::unknown)));
            case OrderCanceledForFee e -> before.allCanceled();
            case OrderDeleted e -> before.allCanceled();
            case PaymentRecorded e -> before;
            case PaymentConfirmed e -> before;
            case PaymentCanceled e -> before;
            case PaymentRefunded e -> before;
            case RefundRecorded e -> before;
            case RefundDone e -> before;
            case RefundCanceled e -> before;
            case OrderPaid e -> before;
            case OrderMarkedPending e -> before;
            case OrderExpired e -> before;
            case OrderCanceled e -> before;
            case OrderApproved e -> before;
            case OrderDenied e -> before;
            case OrderReactivated e -> before;
            case OrderSecretReplaced e -> before;
            case GiftCardSold e -> before;
            case ExpiryChanged e -> before;
            case OrderDetailsChanged e -> before;
            case OrderSplitFrom e -> before;
            case FeeChanged e -> before;
            case FeeCanceled e -> before;
            case ContentsChanged e -> before;
            case MailRequested e -> before;
            case InvoiceIssued e -> before;
            case InvoiceCanceled e -> before;
            case InvoiceRegenerated e -> before;
            case InvoiceOutdated e -> before;
            // What was read of people is gone already: after this event the order is folded anew.
            case OrderErased e -> before;
        };
    }

    private static OrderLines placed(PlacedOrder placed) {
        return new OrderLines(
                placed.id(),
                placed.organizer(),
                placed.event(),
                placed.lines().stream().map(LineView::of).toList());
    }

    private OrderLines line(long line, UnaryOperator<LineView> change) {
        return with(lines.stream()
                .map(view -> view.id() == line ? change.apply(view) : view)
                .toList());
    }

    private OrderLines and(LineView line) {
        List<LineView> more = new ArrayList<>(lines);
        more.add(line);
        return with(more);
    }

    private OrderLines allCanceled() {
        return with(lines.stream().map(LineView::taken).toList());
    }

    private OrderLines with(List<LineView> changed) {
        return new OrderLines(order, organizer, event, changed);
    }
}
