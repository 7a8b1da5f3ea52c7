package org.gatebook.command.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedPayment;
import org.jspecify.annotations.Nullable;

/**
 * What an order holds, whatever its state. Nothing personal is needed to decide, so none is kept.
 *
 * @param total as stored; a cancelled order keeps it
 */
record OrderContents(
        OrderId id,
        OrganizerSlug organizer,
        EventSlug event,
        boolean testmode,
        boolean requireApproval,
        Instant expires,
        List<Line> lines,
        List<OrderFee> fees,
        List<Payment> payments,
        Money total) {

    OrderContents {
        lines = List.copyOf(lines);
        fees = List.copyOf(fees);
        payments = List.copyOf(payments);
    }

    /**
     * A position, as far as decisions and the counters of places look at it.
     *
     * @param voucherBudgetUse what the voucher's budget pays; null without voucher
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
            boolean canceled) {

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
                    false);
        }

        Line cancel() {
            return new Line(
                    id, positionid, item, variation, subevent, price, voucher, voucherBudgetUse, addonTo, seat, true);
        }
    }

    /** A payment, as far as decisions look at it. */
    record Payment(int localId, String provider, PaymentState state, Money amount) {
        Payment with(PaymentState next) {
            return new Payment(localId, provider, next, amount);
        }
    }

    /** What has arrived, also where it was given back later (behaviour notes, orders 12.1). */
    Money paid() {
        return payments.stream()
                .filter(p -> p.state().isReceived())
                .map(Payment::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    /** What is still owed; negative if too much was paid. */
    Money pending() {
        return total.minus(paid());
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
        List<Payment> more = new ArrayList<>(payments);
        more.add(new Payment(p.localId(), p.provider(), p.state(), p.amount()));
        return withPayments(more);
    }

    OrderContents payment(int localId, PaymentState state) {
        return withPayments(payments.stream()
                .map(p -> p.localId() == localId ? p.with(state) : p)
                .toList());
    }

    OrderContents lineCanceled(long line, Money newTotal) {
        List<Line> changed =
                lines.stream().map(l -> l.id() == line ? l.cancel() : l).toList();
        return new OrderContents(
                id, organizer, event, testmode, requireApproval, expires, changed, fees, payments, newTotal);
    }

    OrderContents expiring(Instant at) {
        return new OrderContents(id, organizer, event, testmode, requireApproval, at, lines, fees, payments, total);
    }

    private OrderContents withPayments(List<Payment> changed) {
        return new OrderContents(id, organizer, event, testmode, requireApproval, expires, lines, fees, changed, total);
    }
}
