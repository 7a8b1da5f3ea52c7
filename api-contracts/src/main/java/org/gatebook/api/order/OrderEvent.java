package org.gatebook.api.order;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.api.personal.Erasing;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.api.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** What happened to an order: to its contents and its money. What happened to its tickets is their own story. */
public sealed interface OrderEvent extends DomainEvent {

    /** The number of the order. */
    OrderId order();

    /** It was placed, pending. That it is paid, or free, is said by the events that follow. */
    @EventName("order.placed")
    record OrderPlaced(PlacedOrder placed) implements OrderEvent {
        @Override
        public OrderId order() {
            return placed.id();
        }
    }

    /** A payment was recorded. */
    @EventName("order.payment_recorded")
    record PaymentRecorded(OrderId order, PlacedPayment payment) implements OrderEvent {}

    /** The money of an open payment has arrived. */
    @EventName("order.payment_confirmed")
    record PaymentConfirmed(OrderId order, int localId, Instant paymentDate) implements OrderEvent {}

    /** An open payment was given up. */
    @EventName("order.payment_canceled")
    record PaymentCanceled(OrderId order, int localId) implements OrderEvent {}

    /** Everything was paid. */
    @EventName("order.paid")
    record OrderPaid(OrderId order, Instant at) implements OrderEvent {}

    /** It counts as unpaid again; its payments stay. */
    @EventName("order.marked_pending")
    record OrderMarkedPending(OrderId order, Instant at) implements OrderEvent {}

    /** Its time is over and its places are free again. */
    @EventName("order.expired")
    record OrderExpired(OrderId order, Instant at) implements OrderEvent {}

    /**
     * It was cancelled as a whole; contents and total stay as they were.
     *
     * @param comment what the buyer is told, sealed under the order; null if nothing
     */
    @EventName("order.canceled")
    record OrderCanceled(
            OrderId order, Instant at, @Nullable Personal<String> comment) implements OrderEvent {}

    /** It may be paid until another moment. */
    @EventName("order.expiry_changed")
    record ExpiryChanged(OrderId order, Instant expires) implements OrderEvent {}

    /** Its accompanying details changed. */
    @EventName("order.details_changed")
    record OrderDetailsChanged(OrderId order, OrderDetails details) implements OrderEvent {}

    /**
     * A position was taken out.
     *
     * @param line the position's id
     * @param total the order's total from now on
     */
    @EventName("order.line_canceled")
    record LineCanceled(OrderId order, long line, Money total) implements OrderEvent {}

    /** Everything was called off but for a fee: all positions and fees are out, and this one is in (behaviour notes, orders 12.9).
     *
     * @param comment what the buyer is told, sealed under the order; null if nothing
     * @param total the order's total from now on, which is the fee
     */
    @EventName("order.canceled_for_fee")
    record OrderCanceledForFee(
            OrderId order, Instant at, @Nullable Personal<String> comment, OrderFee fee, Money total)
            implements OrderEvent {}

    /** The organizer said yes; it may be paid until then. */
    @EventName("order.approved")
    record OrderApproved(OrderId order, Instant at, Instant expires) implements OrderEvent {}

    /**
     * The organizer said no.
     *
     * @param comment what the buyer is told, sealed under the order; null if nothing
     */
    @EventName("order.denied")
    record OrderDenied(OrderId order, Instant at, @Nullable Personal<String> comment) implements OrderEvent {}

    /** Its cancellation was taken back; it is pending until the events that follow say otherwise. */
    @EventName("order.reactivated")
    record OrderReactivated(OrderId order, Instant at, Instant expires) implements OrderEvent {}

    /** Who knows another secret may look at it from now on. */
    @EventName("order.secret_replaced")
    record OrderSecretReplaced(OrderId order, Personal<String> secret) implements OrderEvent {}

    /** It was a test and is gone; its stream stays. */
    @EventName("order.deleted")
    record OrderDeleted(OrderId order, Instant at) implements OrderEvent {}

    /** A refund was recorded. */
    @EventName("order.refund_recorded")
    record RefundRecorded(OrderId order, PlacedRefund refund) implements OrderEvent {}

    /** The money of a refund was given back. */
    @EventName("order.refund_done")
    record RefundDone(OrderId order, int localId, Instant executionDate) implements OrderEvent {}

    /** A refund was given up. */
    @EventName("order.refund_canceled")
    record RefundCanceled(OrderId order, int localId) implements OrderEvent {}

    /** Everything of a payment was given back. */
    @EventName("order.payment_refunded")
    record PaymentRefunded(OrderId order, int localId) implements OrderEvent {}

    /**
     * Questions were answered for a position, or answers taken back; others stay as they are.
     *
     * @param line the position's id
     * @param answers sealed under the position
     * @param withdrawn questions that have no answer from now on
     */
    @EventName("order.line_answered")
    record LineAnswered(OrderId order, long line, Personal<List<Attendee.Answer>> answers, Set<Long> withdrawn)
            implements OrderEvent {}

    /**
     * A gift card was sold with a position of the paid order. The card has the position's number.
     *
     * @param line the position's id
     */
    @EventName("order.gift_card_sold")
    record GiftCardSold(OrderId order, long line) implements OrderEvent {}

    /**
     * A position was added.
     *
     * @param total the order's total from now on
     */
    @EventName("order.line_added")
    record LineAdded(OrderId order, OrderLine line, Money total) implements OrderEvent {}

    /**
     * A position is of something else, somewhere else, or costs something else.
     *
     * @param line the position's id
     * @param total the order's total from now on
     */
    @EventName("order.line_changed")
    record LineChanged(OrderId order, long line, LineTerms terms, Money total) implements OrderEvent {}

    /**
     * A position is in another order from now on, under the same id and number.
     *
     * @param line the position's id
     * @param into the other order
     * @param total the order's total from now on
     */
    @EventName("order.line_split_off")
    record LineSplitOff(OrderId order, long line, OrderId into, Money total) implements OrderEvent {}

    /** It was not placed by a buyer: its positions were in this other order before (behaviour notes, orders 17.6). */
    @EventName("order.split_from")
    record OrderSplitFrom(OrderId order, OrderId from) implements OrderEvent {}

    /**
     * Somebody else comes with a position, or answers otherwise.
     *
     * @param line the position's id
     * @param attendee all of it, sealed under the position
     */
    @EventName("order.attendee_changed")
    record AttendeeChanged(OrderId order, long line, Personal<Attendee> attendee) implements OrderEvent {}

    /**
     * A fee comes to something else.
     *
     * @param total the order's total from now on
     */
    @EventName("order.fee_changed")
    record FeeChanged(OrderId order, OrderFee fee, Money total) implements OrderEvent {}

    /**
     * A fee was taken out.
     *
     * @param fee its id
     * @param total the order's total from now on
     */
    @EventName("order.fee_canceled")
    record FeeCanceled(OrderId order, long fee, Money total) implements OrderEvent {}

    /**
     * Ends what was changed together: contents of the order, or of its tickets alone. What it means for the order's money
     * and state was said before.
     *
     * @param mailWanted whether the client wants the buyer to be told; a {@link MailRequested} of its own says so then
     */
    @EventName("order.contents_changed")
    record ContentsChanged(OrderId order, Instant at, boolean mailWanted) implements OrderEvent {}

    /**
     * Its people are to be told of something. The outbox has found out whom in the transaction of this event, and what they
     * read is made of the events up to here.
     *
     * @param attendees whether those who come along are told too
     * @param origin where the links begin that they get: scheme, host and port
     */
    @EventName("order.mail_requested")
    record MailRequested(OrderId order, OrderMail mail, boolean attendees, String origin) implements OrderEvent {}

    /** An invoice was made. */
    @EventName("order.invoice_issued")
    record InvoiceIssued(OrderId order, Invoice invoice) implements OrderEvent {}

    /**
     * An invoice was cancelled.
     *
     * @param cancellation the document that says so
     */
    @EventName("order.invoice_canceled")
    record InvoiceCanceled(OrderId order, Invoice cancellation) implements OrderEvent {}

    /**
     * A document was made again.
     *
     * @param invoice as it is from now on, under its old number
     */
    @EventName("order.invoice_regenerated")
    record InvoiceRegenerated(OrderId order, Invoice invoice) implements OrderEvent {}

    /** The invoice no longer says what was sold; it is replaced when the order is paid. */
    @EventName("order.invoice_outdated")
    record InvoiceOutdated(OrderId order) implements OrderEvent {}

    /**
     * Nobody can read any more who the people were. An order from which a position was split off says so too when that
     * position is erased.
     *
     * @param erasure of which it is a part
     * @param buyer whether the buyer is among them
     * @param lines the positions whose attendees are
     * @param invoices ids of those whose recipients are; they have keys of their own, because some must be kept
     */
    @EventName("order.erased")
    record OrderErased(OrderId order, long erasure, boolean buyer, List<Long> lines, List<Long> invoices)
            implements OrderEvent, Erasing {
        public OrderErased {
            lines = List.copyOf(lines);
            invoices = List.copyOf(invoices);
        }

        @Override
        public Set<SubjectId> erased() {
            Set<SubjectId> erased = new LinkedHashSet<>();
            if (buyer) {
                erased.add(order.subject());
            }
            lines.forEach(line -> erased.add(new TicketId(line).subject()));
            invoices.forEach(invoice -> erased.add(Invoice.subject(invoice)));
            return erased;
        }
    }
}
