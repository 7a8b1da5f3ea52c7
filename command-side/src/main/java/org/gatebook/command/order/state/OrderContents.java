package org.gatebook.command.order.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedPayment;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.api.order.RefundState;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What an order holds, whatever its state. Nothing personal is kept but what payments are given back with. One fold of all
 * events that change contents, which is why the file is long.
 *
 * @param fees those that are not cancelled
 * @param total as stored; a cancelled order keeps it
 * @param invoices what was made of them
 */
public record OrderContents(
        OrderId id,
        OrderCode code,
        OrganizerSlug organizer,
        EventSlug event,
        boolean testmode,
        boolean requireApproval,
        boolean validIfPending,
        String salesChannel,
        Instant expires,
        List<Line> lines,
        List<OrderFee> fees,
        List<Payment> payments,
        List<Refund> refunds,
        Money total,
        InvoiceBook invoices) {

    public OrderContents {
        lines = List.copyOf(lines);
        fees = List.copyOf(fees);
        payments = List.copyOf(payments);
        refunds = List.copyOf(refunds);
    }

    /**
     * A payment, as far as decisions look at it.
     *
     * @param info what its provider needs to give it back
     */
    public record Payment(int localId, String provider, PaymentState state, Money amount, Personal<Object> info) {
        private Payment nobodys() {
            return new Payment(localId, provider, state, amount, new Personal.Erased<>(info.subject(), info.bearer()));
        }

        /** The same in another state. */
        public Payment with(PaymentState next) {
            return new Payment(localId, provider, next, amount, info);
        }
    }

    /**
     * A refund, as far as decisions look at it.
     *
     * @param payment local id of the payment; null if none in particular
     * @param executionDate as somebody said; null if nobody did
     */
    public record Refund(
            int localId,
            RefundState state,
            @Nullable Integer payment,
            Money amount,
            @Nullable Instant executionDate) {
        /** The same in another state. */
        public Refund with(RefundState next) {
            return new Refund(localId, next, payment, amount, executionDate);
        }
    }

    /** The same of nobody: what is known of payments is kept, whose they were is not. */
    OrderContents nobodys() {
        return with(lines, fees, payments.stream().map(Payment::nobodys).toList(), refunds, total, invoices);
    }

    /** What has arrived and was not given back (behaviour notes, orders 12.1). */
    public Money balance() {
        Money paid = sum(payments.stream().filter(p -> p.state().isReceived()).map(Payment::amount));
        return paid.minus(
                sum(refunds.stream().filter(r -> r.state().isGivenBack()).map(Refund::amount)));
    }

    /** What is still owed; negative if too much was paid. */
    public Money pending() {
        return total.minus(balance());
    }

    /** Whether its term ends without anybody's asking for it, as far as it is up to the order (behaviour notes, orders 12.12). */
    public boolean expiresByItself() {
        return !validIfPending
                && !requireApproval
                && fees.stream().noneMatch(fee -> fee.feeType().equals(OrderFee.CANCELLATION));
    }

    /** What was given back of a payment, or is about to be. */
    public Money refunded(int payment) {
        return sum(refunds.stream()
                .filter(r -> Integer.valueOf(payment).equals(r.payment())
                        && r.state().isGivenBack())
                .map(Refund::amount));
    }

    private Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.zero(total.currency()), Money::plus);
    }

    /** The refund of this local id. */
    public Optional<Refund> refund(int localId) {
        return refunds.stream().filter(r -> r.localId() == localId).findFirst();
    }

    /** The local id of the next refund. */
    public int nextRefund() {
        return refunds.stream().mapToInt(Refund::localId).max().orElse(0) + 1;
    }

    /** The payment of this local id. */
    public Optional<Payment> payment(int localId) {
        return payments.stream().filter(p -> p.localId() == localId).findFirst();
    }

    /** Payments that may still arrive. */
    public List<Payment> openPayments() {
        return payments.stream().filter(p -> p.state().isOpen()).toList();
    }

    /** The local id of the next payment. */
    public int nextPayment() {
        return payments.stream().mapToInt(Payment::localId).max().orElse(0) + 1;
    }

    /** Positions that are not cancelled. */
    public List<Line> activeLines() {
        return lines.stream().filter(l -> !l.canceled()).toList();
    }

    /** What its positions and fees come to; as stored, a cancelled order may have another total. */
    public Money sum() {
        return Stream.concat(
                        activeLines().stream().map(Line::price), fees.stream().map(OrderFee::value))
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    OrderContents recorded(PlacedPayment p) {
        return withPayments(and(payments, new Payment(p.localId(), p.provider(), p.state(), p.amount(), p.info())));
    }

    OrderContents payment(int localId, PaymentState state) {
        return withPayments(payments.stream()
                .map(p -> p.localId() == localId ? p.with(state) : p)
                .toList());
    }

    OrderContents recorded(PlacedRefund r) {
        return withRefunds(
                and(refunds, new Refund(r.localId(), r.state(), r.payment(), r.amount(), r.executionDate())));
    }

    OrderContents refund(int localId, RefundState state) {
        return withRefunds(refunds.stream()
                .map(r -> r.localId() == localId ? r.with(state) : r)
                .toList());
    }

    OrderContents lineCanceled(long line, Money newTotal) {
        return line(line, Line::cancel, newTotal);
    }

    OrderContents cardSold(long line) {
        return line(line, Line::sellCard, total);
    }

    OrderContents lineChanged(long line, LineTerms terms, Money newTotal) {
        return line(line, present -> present.with(terms), newTotal);
    }

    OrderContents lineAdded(Line line, Money newTotal) {
        return withLines(and(lines, line), fees, newTotal);
    }

    OrderContents lineSplitOff(long line, Money newTotal) {
        return withLines(lines.stream().filter(l -> l.id() != line).toList(), fees, newTotal);
    }

    OrderContents feeChanged(OrderFee fee, Money newTotal) {
        return withLines(
                lines, fees.stream().map(f -> f.id() == fee.id() ? fee : f).toList(), newTotal);
    }

    OrderContents feeCanceled(long fee, Money newTotal) {
        return withLines(lines, fees.stream().filter(f -> f.id() != fee).toList(), newTotal);
    }

    private OrderContents line(long line, UnaryOperator<Line> change, Money newTotal) {
        List<Line> changed =
                lines.stream().map(l -> l.id() == line ? change.apply(l) : l).toList();
        return withLines(changed, fees, newTotal);
    }

    OrderContents canceledFor(OrderFee fee, Money newTotal) {
        return withLines(lines.stream().map(Line::cancel).toList(), List.of(fee), newTotal);
    }

    OrderContents expiring(Instant at) {
        return with(requireApproval, validIfPending, at);
    }

    OrderContents approved(Instant newExpiry) {
        return with(false, validIfPending, newExpiry);
    }

    OrderContents validIfPending(boolean valid) {
        return with(requireApproval, valid, expires);
    }

    private static <T> List<T> and(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    private OrderContents with(boolean approvalRequired, boolean valid, Instant at) {
        return new OrderContents(
                id,
                code,
                organizer,
                event,
                testmode,
                approvalRequired,
                valid,
                salesChannel,
                at,
                lines,
                fees,
                payments,
                refunds,
                total,
                invoices);
    }

    private OrderContents withLines(List<Line> newLines, List<OrderFee> newFees, Money newTotal) {
        return with(newLines, newFees, payments, refunds, newTotal, invoices);
    }

    private OrderContents withPayments(List<Payment> changed) {
        return with(lines, fees, changed, refunds, total, invoices);
    }

    private OrderContents withRefunds(List<Refund> changed) {
        return with(lines, fees, payments, changed, total, invoices);
    }

    OrderContents with(InvoiceBook changed) {
        return with(lines, fees, payments, refunds, total, changed);
    }

    private OrderContents with(
            List<Line> newLines,
            List<OrderFee> newFees,
            List<Payment> newPayments,
            List<Refund> newRefunds,
            Money newTotal,
            InvoiceBook newInvoices) {
        return new OrderContents(
                id,
                code,
                organizer,
                event,
                testmode,
                requireApproval,
                validIfPending,
                salesChannel,
                expires,
                newLines,
                newFees,
                newPayments,
                newRefunds,
                newTotal,
                newInvoices);
    }
}
