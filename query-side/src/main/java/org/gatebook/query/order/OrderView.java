package org.gatebook.query.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * An order from its own events alone, without its positions: what is stored, and folded on.
 *
 * @param origin what never changes
 * @param secret who knows it may look at the order; empty once it was erased
 * @param details what the organizer may change without touching contents or money
 * @param deleted whether it was a test and is gone
 * @param total as it was said last
 * @param fees in the order in which they came, cancelled ones included
 * @param payments by local id
 * @param refunds by local id
 */
public record OrderView(
        Origin origin,
        String secret,
        DetailsView details,
        OrderStatus status,
        boolean deleted,
        boolean requireApproval,
        Instant expires,
        BigDecimal total,
        List<FeeView> fees,
        List<PaymentView> payments,
        List<RefundView> refunds) {

    public OrderView {
        fees = List.copyOf(fees);
        payments = List.copyOf(payments);
        refunds = List.copyOf(refunds);
    }

    /**
     * What never changes.
     *
     * @param placedAt position of its first event in the log
     */
    public record Origin(
            OrderId id,
            OrderCode code,
            OrganizerSlug organizer,
            EventSlug event,
            boolean testmode,
            String salesChannel,
            Instant datetime,
            long placedAt) {}

    OrderView with(OrderStatus changed) {
        return new OrderView(
                origin, secret, details, changed, deleted, requireApproval, expires, total, fees, payments, refunds);
    }

    OrderView with(DetailsView changed) {
        return new OrderView(
                origin, secret, changed, status, deleted, requireApproval, expires, total, fees, payments, refunds);
    }

    OrderView withSecret(String changed) {
        return new OrderView(
                origin, changed, details, status, deleted, requireApproval, expires, total, fees, payments, refunds);
    }

    OrderView gone() {
        return new OrderView(
                origin, secret, details, status, true, requireApproval, expires, total, fees, payments, refunds);
    }

    OrderView approved() {
        return new OrderView(origin, secret, details, status, deleted, false, expires, total, fees, payments, refunds);
    }

    OrderView withExpires(Instant changed) {
        return new OrderView(
                origin, secret, details, status, deleted, requireApproval, changed, total, fees, payments, refunds);
    }

    OrderView withTotal(BigDecimal changed) {
        return new OrderView(
                origin, secret, details, status, deleted, requireApproval, expires, changed, fees, payments, refunds);
    }

    /** The same with this fee in place of what it was. */
    OrderView with(OrderFee fee) {
        return withFees(fees.stream()
                .map(view -> view.fee().id() == fee.id() ? new FeeView(fee, view.canceled()) : view)
                .toList());
    }

    /** The same with a fee taken out. */
    OrderView without(long fee) {
        return withFees(fees.stream()
                .map(view -> view.fee().id() == fee ? new FeeView(view.fee(), true) : view)
                .toList());
    }

    private OrderView withFees(List<FeeView> changed) {
        return new OrderView(
                origin, secret, details, status, deleted, requireApproval, expires, total, changed, payments, refunds);
    }

    /** The same with this fee and no other. */
    OrderView withOnly(OrderFee fee) {
        List<FeeView> changed = new ArrayList<>();
        fees.forEach(earlier -> changed.add(new FeeView(earlier.fee(), true)));
        changed.add(new FeeView(fee, false));
        return withFees(changed);
    }

    OrderView and(PaymentView payment) {
        List<PaymentView> more = new ArrayList<>(payments);
        more.add(payment);
        return withPayments(more);
    }

    /** The same with one payment changed. */
    OrderView payment(int localId, UnaryOperator<PaymentView> change) {
        return withPayments(payments.stream()
                .map(payment -> payment.localId() == localId ? change.apply(payment) : payment)
                .toList());
    }

    private OrderView withPayments(List<PaymentView> changed) {
        return new OrderView(
                origin, secret, details, status, deleted, requireApproval, expires, total, fees, changed, refunds);
    }

    OrderView and(RefundView refund) {
        List<RefundView> more = new ArrayList<>(refunds);
        more.add(refund);
        return withRefunds(more);
    }

    /** The same with one refund changed. */
    OrderView refund(int localId, UnaryOperator<RefundView> change) {
        return withRefunds(refunds.stream()
                .map(refund -> refund.localId() == localId ? change.apply(refund) : refund)
                .toList());
    }

    private OrderView withRefunds(List<RefundView> changed) {
        return new OrderView(
                origin, secret, details, status, deleted, requireApproval, expires, total, fees, payments, changed);
    }

    /** The provider of the newest payment, whatever became of it (behaviour notes, orders 4.1). */
    @Nullable
    String paymentProvider() {
        return payments.isEmpty() ? null : payments.getLast().provider();
    }

    /** When the last payment that says so arrived, whatever became of it (behaviour notes, orders 4.1). */
    @Nullable
    Instant paymentDate() {
        for (PaymentView payment : payments.reversed()) {
            if (payment.paymentDate() != null) {
                return payment.paymentDate();
            }
        }
        return null;
    }
}
