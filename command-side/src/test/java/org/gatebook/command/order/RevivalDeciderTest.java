package org.gatebook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.OrderExamples.GONE;
import static org.gatebook.command.order.OrderExamples.ID;
import static org.gatebook.command.order.OrderExamples.LATER;
import static org.gatebook.command.order.OrderExamples.NOW;
import static org.gatebook.command.order.OrderExamples.OPEN;
import static org.gatebook.command.order.OrderExamples.SOLD_OUT;
import static org.gatebook.command.order.OrderExamples.after;
import static org.gatebook.command.order.OrderExamples.awaitingApproval;
import static org.gatebook.command.order.OrderExamples.canceled;
import static org.gatebook.command.order.OrderExamples.eur;
import static org.gatebook.command.order.OrderExamples.eventsOf;
import static org.gatebook.command.order.OrderExamples.expired;
import static org.gatebook.command.order.OrderExamples.paid;
import static org.gatebook.command.order.OrderExamples.pending;
import static org.gatebook.command.order.OrderExamples.refusalOf;
import static org.gatebook.command.order.OrderExamples.test;

import java.math.BigDecimal;
import java.time.Instant;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.order.OrderCommand.ApproveOrder;
import org.gatebook.api.order.OrderCommand.CancelOrderForFee;
import org.gatebook.api.order.OrderCommand.DeleteTestOrder;
import org.gatebook.api.order.OrderCommand.DenyOrder;
import org.gatebook.api.order.OrderCommand.ExtendOrder;
import org.gatebook.api.order.OrderCommand.MarkOrderRefunded;
import org.gatebook.api.order.OrderCommand.ReactivateOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Deleted;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.state.OrderState.Pending;
import org.junit.jupiter.api.Test;

/** Orders that are approved or denied, get more time, come back, leave a fee behind or were only a test. */
class RevivalDeciderTest {

    @Test
    void an_expired_order_that_gets_time_is_pending_if_there_are_places() {
        OrderState order = expired(pending("23.00", null));
        assertThat(after(order, eventsOf(RevivalDecider.extend(order, extension(LATER), OPEN))))
                .isInstanceOf(Pending.class)
                .extracting(o -> o.contents().expires())
                .isEqualTo(LATER);
        assertThat(refusalOf(RevivalDecider.extend(order, extension(LATER), SOLD_OUT)))
                .isEqualTo(GONE);
    }

    @Test
    void time_is_given_ahead_and_only_to_orders_that_wait() {
        assertThat(refusalOf(RevivalDecider.extend(pending("23.00", null), extension(NOW), OPEN)))
                .isEqualTo(OrderRefusals.EXPIRY_IN_THE_PAST);
        assertThat(refusalOf(RevivalDecider.extend(paid("23.00", "manual"), extension(LATER), OPEN)))
                .isEqualTo(OrderRefusals.NOT_PENDING_OR_EXPIRED);
        assertThat(refusalOf(RevivalDecider.extend(canceled(pending("23.00", null)), extension(LATER), OPEN)))
                .isEqualTo(OrderRefusals.NOT_PENDING_OR_EXPIRED);
    }

    @Test
    void a_canceled_order_comes_back_as_its_money_says() {
        OrderState unpaid = canceled(pending("23.00", null));
        assertThat(after(unpaid, eventsOf(reactivate(unpaid, OPEN)))).isInstanceOf(Pending.class);
        OrderState paid = canceled(paid("23.00", "manual"));
        assertThat(after(paid, eventsOf(reactivate(paid, OPEN)))).isInstanceOf(Paid.class);
        assertThat(refusalOf(reactivate(paid, SOLD_OUT))).isEqualTo(GONE);
        assertThat(refusalOf(reactivate(pending("23.00", null), OPEN))).isEqualTo(OrderRefusals.NOT_REACTIVATABLE);
    }

    @Test
    void an_approved_order_waits_for_its_money_unless_it_costs_nothing() {
        OrderState order = awaitingApproval("23.00");
        OrderState approved = after(order, eventsOf(approve(order)));
        assertThat(approved).isInstanceOf(Pending.class);
        assertThat(approved.contents().requireApproval()).isFalse();
        OrderState free = awaitingApproval("0.00");
        assertThat(after(free, eventsOf(approve(free)))).isInstanceOf(Paid.class);
        assertThat(refusalOf(approve(approved))).isEqualTo(OrderRefusals.NOT_AWAITING_APPROVAL);
    }

    @Test
    void a_denied_order_is_canceled_and_still_not_approved() {
        OrderState order = awaitingApproval("23.00");
        OrderState denied = after(order, eventsOf(ApprovalDecider.deny(order, new DenyOrder(ID, NOW, null))));
        assertThat(denied).isInstanceOf(Canceled.class);
        assertThat(denied.contents().requireApproval()).isTrue();
        assertThat(refusalOf(ApprovalDecider.deny(denied, new DenyOrder(ID, NOW, null))))
                .isEqualTo(OrderRefusals.NOT_AWAITING_APPROVAL);
    }

    @Test
    void a_cancellation_fee_is_what_is_left_of_an_order() {
        OrderState order = paid("23.00", "manual");
        OrderState canceled = after(order, eventsOf(OrderDecider.cancelForFee(order, forFee("5.00"))));
        assertThat(canceled).isInstanceOf(Paid.class);
        assertThat(canceled.contents().total()).isEqualTo(eur("5.00"));
        assertThat(canceled.contents().activeLines()).isEmpty();
        assertThat(canceled.owed()).isEqualTo(eur("-18.00"));
        OrderState unpaid = expired(pending("23.00", null));
        assertThat(after(unpaid, eventsOf(OrderDecider.cancelForFee(unpaid, forFee("5.00")))))
                .isInstanceOf(Pending.class);
    }

    @Test
    void a_cancellation_fee_is_at_most_the_total_and_asked_for_once() {
        OrderState order = paid("23.00", "manual");
        assertThat(refusalOf(OrderDecider.cancelForFee(order, forFee("23.01"))))
                .isEqualTo(OrderRefusals.FEE_ABOVE_TOTAL);
        OrderState canceled = after(order, eventsOf(OrderDecider.cancelForFee(order, forFee("5.00"))));
        assertThat(refusalOf(OrderDecider.cancelForFee(canceled, forFee("5.00"))))
                .isEqualTo(OrderRefusals.NOT_CANCELABLE);
    }

    @Test
    void only_a_paid_order_was_given_back() {
        OrderState order = paid("23.00", "manual");
        assertThat(after(order, eventsOf(OrderDecider.markRefunded(order, new MarkOrderRefunded(ID, NOW)))))
                .isInstanceOf(Canceled.class);
        assertThat(refusalOf(OrderDecider.markRefunded(pending("23.00", null), new MarkOrderRefunded(ID, NOW))))
                .isEqualTo(OrderRefusals.NOT_PAID);
    }

    @Test
    void only_a_test_is_deleted() {
        OrderState order = test("23.00");
        assertThat(after(order, eventsOf(OrderDecider.deleteTest(order, new DeleteTestOrder(ID, NOW)))))
                .isInstanceOf(Deleted.class);
        assertThat(refusalOf(OrderDecider.deleteTest(pending("23.00", null), new DeleteTestOrder(ID, NOW))))
                .isEqualTo(OrderRefusals.NOT_A_TEST);
    }

    private static ExtendOrder extension(Instant expires) {
        return new ExtendOrder(ID, expires, NOW, false);
    }

    private static Outcome<OrderEvent, OrderId> reactivate(OrderState order, Circumstances around) {
        return RevivalDecider.reactivate(order, new ReactivateOrder(ID, NOW), around);
    }

    private static Outcome<OrderEvent, OrderId> approve(OrderState order) {
        return ApprovalDecider.approve(order, new ApproveOrder(ID, NOW, 77), OPEN);
    }

    private static CancelOrderForFee forFee(String amount) {
        return new CancelOrderForFee(
                ID,
                NOW,
                null,
                new OrderFee(88, "cancellation", eur(amount), "", "", null, BigDecimal.ZERO, eur("0.00")));
    }
}
