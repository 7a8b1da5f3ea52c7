package org.gatebook.command.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedPayment;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.api.order.RefundState;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What an order holds, whatever its state. Nothing personal is kept but what payments are given back with.
 *
 * @param fees those that are not cancelled
 * @param total as stored; a cancelled order keeps it
 */
record OrderContents(
        OrderId id,
        OrderCode code,
        OrganizerSlug organizer,
        EventSlug event,
        boolean testmode,
        boolean requireApproval,
        boolean validIfPending,
        Instant expires,
        List<Line> lines,
        List<OrderFee> fees,
        List<Payment> payments,
        List<Refund> refunds,
        Money total) {

    OrderContents {
        lines = List.copyOf(lines);
        fees = List.copyOf(fees);
        payments = List.copyOf(payments);
        refunds = List.copyOf(refunds);
    }

    /**
     * A position, as far as decisions and the counters of places look at it.
     *
     * @param voucherBudgetUse what the voucher's budget pays; null without voucher
     * @param soldCard whether a gift card was sold with it, which has its number
     */
    record Line(
            long id,
            int positionid,
            long item,
            @Nullable Long variation,
            @Nullable Long subevent,
            Money price,
            @Nullable Long voucher,
            @Nullable Money voucherBudgetUse,
            @Nullable Long addonTo,
            @Nullable Long seat,
            boolean canceled,
            boolean soldCard) {

        static Line of(OrderLine line) {
            return new Line(
                    line.id(),
                    line.positionid(),
                    line.item(),
                    line.variation(),
                    line.subevent(),
                    line.price(),
                    line.voucher(),
                    line.voucherBudgetUse(),
                    line.addonTo(),
                    line.seat(),
                    false,
                    false);
        }

        Line cancel() {
            return with(true, soldCard);
        }

        Line sellCard() {
            return with(canceled, true);
        }

        private Line with(boolean isCanceled, boolean hasSoldCard) {
            return new Line(
                    id,
                    positionid,
                    item,
                    variation,
                    subevent,
                    price,
                    voucher,
                    voucherBudgetUse,
                    addonTo,
                    seat,
                    isCanceled,
                    hasSoldCard);
        }
    }

    /**
     * A payment, as far as decisions look at it.
     *
     * @param info what its provider needs to give it back
     */
    record Payment(int localId, String provider, PaymentState state, Money amount, Personal<Object> info) {
        Payment with(PaymentState next) {
            return new Payment(localId, provider, next, amount, info);
        }
    }

    /**
     * A refund, as far as decisions look at it.
     *
     * @param payment local id of the payment; null if none in particular
     * @param executionDate as somebody said; null if nobody did
     */
    record Refund(
            int localId,
            RefundState state,
            @Nullable Integer payment,
            Money amount,
            @Nullable Instant executionDate) {
        Refund with(RefundState next) {
            return new Refund(localId, next, payment, amount, executionDate);
        }
    }

    /** What has arrived and was not given back (behaviour notes, orders 12.1). */
    Money balance() {
        Money paid = sum(payments.stream().filter(p -> p.state().isReceived()).map(Payment::amount));
        return paid.minus(
                sum(refunds.stream().filter(r -> r.state().isGivenBack()).map(Refund::amount)));
    }

    /** What is still owed; negative if too much was paid. */
    Money pending() {
        return total.minus(balance());
    }

    /** Whether its term ends without anybody's asking for it, as far as it is up to the order (behaviour notes, orders 12.12). */
    boolean expiresByItself() {
        return !validIfPending
                && !requireApproval
                && fees.stream().noneMatch(fee -> fee.feeType().equals(OrderFee.CANCELLATION));
    }

    /** What was given back of a payment, or is about to be. */
    Money refunded(int payment) {
        return sum(refunds.stream()
                .filter(r -> Integer.valueOf(payment).equals(r.payment())
                        && r.state().isGivenBack())
                .map(Refund::amount));
    }

    private Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.zero(total.currency()), Money::plus);
    }

    Optional<Refund> refund(int localId) {
        return refunds.stream().filter(r -> r.localId() == localId).findFirst();
    }

    int nextRefund() {
        return refunds.stream().mapToInt(Refund::localId).max().orElse(0) + 1;
    }

    Optional<Payment> payment(int localId) {
        return payments.stream().filter(p -> p.localId() == localId).findFirst();
    }

    List<Payment> openPayments() {
        return payments.stream().filter(p -> p.state().isOpen()).toList();
    }

    int nextPayment() {
        return payments.stream().mapToInt(Payment::localId).max().orElse(0) + 1;
    }

    List<Line> activeLines() {
        return lines.stream().filter(l -> !l.canceled()).toList();
    }

    Money totalWithout(List<Line> canceled) {
        Money positions = activeLines().stream()
                .filter(l -> !canceled.contains(l))
                .map(Line::price)
                .reduce(Money.zero(total.currency()), Money::plus);
        return fees.stream().map(OrderFee::value).reduce(positions, Money::plus);
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
        List<Line> changed =
                lines.stream().map(l -> l.id() == line ? l.cancel() : l).toList();
        return withLines(changed, fees, newTotal);
    }

    OrderContents cardSold(long line) {
        List<Line> changed =
                lines.stream().map(l -> l.id() == line ? l.sellCard() : l).toList();
        return withLines(changed, fees, total);
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
                at,
                lines,
                fees,
                payments,
                refunds,
                total);
    }

    private OrderContents withLines(List<Line> newLines, List<OrderFee> newFees, Money newTotal) {
        return new OrderContents(
                id,
                code,
                organizer,
                event,
                testmode,
                requireApproval,
                validIfPending,
                expires,
                newLines,
                newFees,
                payments,
                refunds,
                newTotal);
    }

    private OrderContents withPayments(List<Payment> changed) {
        return new OrderContents(
                id,
                code,
                organizer,
                event,
                testmode,
                requireApproval,
                validIfPending,
                expires,
                lines,
                fees,
                changed,
                refunds,
                total);
    }

    private OrderContents withRefunds(List<Refund> changed) {
        return new OrderContents(
                id,
                code,
                organizer,
                event,
                testmode,
                requireApproval,
                validIfPending,
                expires,
                lines,
                fees,
                payments,
                changed,
                total);
    }
}
