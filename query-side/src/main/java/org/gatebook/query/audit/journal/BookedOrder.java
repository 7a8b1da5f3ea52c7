package org.gatebook.query.audit.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.gatebook.api.EventSlug;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.RefundState;

/**
 * An order, as far as its accounts look at it.
 *
 * @param origin what never changes
 * @param deleted whether it was a test and is gone
 * @param total as its events have said it last; a cancelled order keeps it
 * @param lines claims of positions that are not cancelled, by the position's id
 * @param fees claims of fees that are not cancelled, by the fee's id
 * @param payments by local id
 * @param refunds by local id
 */
public record BookedOrder(
        Origin origin,
        OrderStatus status,
        boolean awaitsApproval,
        boolean deleted,
        Money total,
        Map<Long, Claim> lines,
        Map<Long, Claim> fees,
        Map<Integer, Payment> payments,
        Map<Integer, Refund> refunds) {

    /**
     * What never changes.
     *
     * @param placed when it was placed, as clients were told
     */
    public record Origin(OrderCode code, EventSlug event, boolean testmode, Instant placed) {}

    /** Money that was announced or has arrived. */
    record Payment(String provider, PaymentState state, Money amount) {
        Payment with(PaymentState next) {
            return new Payment(provider, next, amount);
        }
    }

    /** Money that is or was to be given back. */
    record Refund(String provider, RefundState state, Money amount) {
        Refund with(RefundState next) {
            return new Refund(provider, next, amount);
        }
    }

    /**
     * Whether its positions and fees are claims: as long as it is pending or paid. An order that expired or was called off
     * is none, and one that waits for approval is none yet (behaviour notes, orders 12.1; ADR 0039).
     */
    public boolean inForce() {
        return !deleted && !awaitsApproval && (status == OrderStatus.PENDING || status == OrderStatus.PAID);
    }

    BookedOrder with(OrderStatus next) {
        return new BookedOrder(origin, next, awaitsApproval, deleted, total, lines, fees, payments, refunds);
    }

    BookedOrder approved() {
        return new BookedOrder(origin, status, false, deleted, total, lines, fees, payments, refunds);
    }

    BookedOrder gone() {
        return new BookedOrder(origin, status, awaitsApproval, true, total, lines, fees, payments, refunds);
    }

    BookedOrder withLine(long line, Claim claim, Money newTotal) {
        return claiming(put(lines, line, claim), fees, newTotal);
    }

    BookedOrder line(long line, UnaryOperator<Claim> change, Money newTotal) {
        return claiming(change(lines, line, change), fees, newTotal);
    }

    BookedOrder withoutLine(long line, Money newTotal) {
        return claiming(without(lines, line), fees, newTotal);
    }

    BookedOrder fee(long fee, Claim claim, Money newTotal) {
        return claiming(lines, change(fees, fee, before -> claim), newTotal);
    }

    BookedOrder withoutFee(long fee, Money newTotal) {
        return claiming(lines, without(fees, fee), newTotal);
    }

    BookedOrder withOnly(long fee, Claim claim, Money newTotal) {
        return claiming(Map.of(), Map.of(fee, claim), newTotal);
    }

    private BookedOrder claiming(Map<Long, Claim> newLines, Map<Long, Claim> newFees, Money newTotal) {
        return new BookedOrder(origin, status, awaitsApproval, deleted, newTotal, newLines, newFees, payments, refunds);
    }

    BookedOrder with(int localId, Payment payment) {
        return paid(put(payments, localId, payment));
    }

    BookedOrder payment(int localId, PaymentState state) {
        return paid(change(payments, localId, payment -> payment.with(state)));
    }

    private BookedOrder paid(Map<Integer, Payment> changed) {
        return new BookedOrder(origin, status, awaitsApproval, deleted, total, lines, fees, changed, refunds);
    }

    BookedOrder with(int localId, Refund refund) {
        return refunded(put(refunds, localId, refund));
    }

    BookedOrder refund(int localId, RefundState state) {
        return refunded(change(refunds, localId, refund -> refund.with(state)));
    }

    private BookedOrder refunded(Map<Integer, Refund> changed) {
        return new BookedOrder(origin, status, awaitsApproval, deleted, total, lines, fees, payments, changed);
    }

    private static <K, V> Map<K, V> put(Map<K, V> before, K key, V value) {
        SequencedMap<K, V> after = new LinkedHashMap<>(before);
        after.put(key, value);
        return after;
    }

    private static <K, V> Map<K, V> change(Map<K, V> before, K key, UnaryOperator<V> change) {
        V present = before.get(key);
        return present == null ? before : put(before, key, change.apply(present));
    }

    private static <K, V> Map<K, V> without(Map<K, V> before, K key) {
        SequencedMap<K, V> after = new LinkedHashMap<>(before);
        after.remove(key);
        return after;
    }
}
