package org.gatebook.query.history.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.history.reason.Story.about;
import static org.gatebook.query.history.reason.Story.steps;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.eur;
import static org.gatebook.query.test.OrderFacts.payment;

import java.util.List;
import java.util.Map;
import org.gatebook.api.order.OrderEvent.ExpiryChanged;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.LineSplitOff;
import org.gatebook.api.order.OrderEvent.OrderApproved;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderDenied;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderReactivated;
import org.gatebook.api.order.OrderEvent.OrderSplitFrom;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentConfirmed;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.api.order.RefundSource;
import org.gatebook.api.order.RefundState;
import org.gatebook.api.personal.Personal;
import org.gatebook.query.test.OrderFacts;
import org.junit.jupiter.api.Test;

class OrderReasonsTest {

    private static final OrderFacts FACTS = OrderFacts.order(100, "ABCDE").line(101, 1);
    private static final OrderId ORDER = FACTS.id();
    private static final String STREAM = ORDER.aggregateId();

    private static Reason status(Story story) {
        return about(OrderReasons.of(story.told(), ORDER), "status");
    }

    private static Story placed() {
        return new Story().then(STREAM, FACTS.placed());
    }

    private static PaymentRecorded recorded(int localId, PaymentState state) {
        return new PaymentRecorded(ORDER, payment(ORDER, localId, "banktransfer", state));
    }

    private static RefundRecorded refund(String amount) {
        return new RefundRecorded(
                ORDER,
                new PlacedRefund(
                        1,
                        RefundState.DONE,
                        RefundSource.ADMIN,
                        2,
                        eur(amount),
                        NOW,
                        NOW,
                        null,
                        "manual",
                        Personal.of(ORDER.subject(), Map.of())));
    }

    private static Story paid() {
        return placed().then(STREAM, recorded(1, PaymentState.CREATED))
                .by("device", "Till 3")
                .then(STREAM, new PaymentCanceled(ORDER, 1), recorded(2, PaymentState.CREATED))
                .then(STREAM, new PaymentConfirmed(ORDER, 2, NOW), new OrderPaid(ORDER, NOW));
    }

    @Test
    void a_pending_order_waits_for_what_is_open_of_its_total() {
        Reason status = status(placed());
        assertThat(status.sentence())
                .isEqualTo("The order is pending, because nothing of its total of 23.00 EUR is paid, and 23.00 EUR is"
                        + " open. It may be paid until 2030-05-17 01:46 UTC.");
        assertThat(steps(status)).containsExactly("1 order.placed");
    }

    @Test
    void a_paid_order_is_paid_by_the_payment_that_covers_its_total() {
        Reason status = status(paid());
        assertThat(status.sentence())
                .isEqualTo("The order is paid, because payment 2 of 23.00 EUR arrived, which covers its total of"
                        + " 23.00 EUR.");
        assertThat(steps(status))
                .containsExactly("6 order.paid <- 5", "5 order.payment_confirmed <- 4", "4 order.payment_recorded");
        assertThat(status.steps().get(1).sentence())
                .isEqualTo("The money of payment 2 of 23.00 EUR arrived (by the device “Till 3”).");
    }

    @Test
    void an_order_that_gave_money_back_is_pending_for_the_rest() {
        Reason status = status(paid().newAction().then(STREAM, refund("5.00"), new OrderMarkedPending(ORDER, NOW)));
        assertThat(status.sentence())
                .startsWith("The order is pending, because 18.00 EUR of its total of 23.00 EUR is paid, and 5.00 EUR is"
                        + " open.");
        assertThat(steps(status))
                .startsWith("8 order.marked_pending <- 7", "7 order.refund_recorded <- 4", "4 order.payment_recorded");
    }

    @Test
    void an_order_expires_by_itself_at_the_term_that_was_set_last() {
        Reason status = status(placed().then(STREAM, new ExpiryChanged(ORDER, NOW.plusSeconds(60)))
                .by("system", "expire-overdue-orders")
                .then(STREAM, new OrderExpired(ORDER, NOW)));
        assertThat(status.sentence())
                .isEqualTo("The order is expired, because its term ended at 2030-05-05 12:01 UTC and nothing of its"
                        + " total of 23.00 EUR is paid, and 23.00 EUR is open.");
        assertThat(steps(status)).containsExactly("3 order.expired <- 2", "2 order.expiry_changed");
        assertThat(status.steps().getFirst().sentence()).endsWith("(by the server itself (expire-overdue-orders)).");
    }

    @Test
    void an_order_that_somebody_expired_names_them() {
        assertThat(status(placed().then(STREAM, new OrderExpired(ORDER, NOW))).sentence())
                .startsWith("The order is expired, because “Office” ended its term; nothing of");
    }

    @Test
    void a_cancelled_order_repeats_what_was_said_about_it() {
        var comment = Personal.of(ORDER.subject(), "Cannot come");
        assertThat(status(placed().then(STREAM, new OrderCanceled(ORDER, NOW, comment)))
                        .sentence())
                .isEqualTo("The order is cancelled, because “Office” cancelled it as a whole: “Cannot come”.");
        assertThat(status(placed().then(
                                        STREAM,
                                        new OrderDenied(ORDER, NOW, new Personal.Erased<>(ORDER.subject(), false))))
                        .sentence())
                .isEqualTo("The order is cancelled, because “Office” denied it: erased.");
    }

    @Test
    void an_order_that_came_back_leads_to_its_cancellation() {
        Reason status = status(placed().then(STREAM, new OrderCanceled(ORDER, NOW, null))
                .newAction()
                .then(STREAM, new OrderReactivated(ORDER, NOW, NOW)));
        assertThat(status.sentence()).contains("It was cancelled before, and came back.");
        assertThat(steps(status)).containsExactly("3 order.reactivated <- 2", "2 order.canceled");
    }

    @Test
    void an_order_waits_for_approval_until_it_is_given() {
        OrderFacts asked = OrderFacts.order(100, "ABCDE").line(101, 1).awaitingApproval();
        Story story = new Story().then(STREAM, asked.placed());
        assertThat(status(story).sentence())
                .isEqualTo("The order is pending, because the organizer has not approved it yet.");
        Reason approved = status(story.then(STREAM, new OrderApproved(ORDER, NOW, NOW)));
        assertThat(steps(approved)).containsExactly("2 order.approved <- 1", "1 order.placed");
    }

    @Test
    void the_total_is_made_of_what_is_left_in_the_order() {
        OrderFacts two =
                OrderFacts.order(100, "ABCDE").line(101, 1).line(102, 1).fee(103, "2.00");
        Reason total = about(
                OrderReasons.of(
                        new Story()
                                .then(STREAM, two.placed())
                                .then(STREAM, new LineCanceled(ORDER, 102, eur("25.00")))
                                .told(),
                        ORDER),
                "total");
        assertThat(total.sentence())
                .isEqualTo("The total is 25.00 EUR: position 1 for 23.00 EUR, a fee (service) of 2.00 EUR.");
        assertThat(total.steps().getFirst().sentence())
                .isEqualTo("Position 2 was taken out; the total became 25.00 EUR (by “Office”).");
    }

    @Test
    void a_split_order_leads_to_the_order_that_it_was_split_off() {
        OrderFacts former = OrderFacts.order(90, "FIRST").line(101, 1).line(91, 1);
        Story story = new Story()
                .then("order:90", former.placed())
                .newAction()
                .then("order:90", new LineSplitOff(former.id(), 101, ORDER, eur("23.00")))
                .then(STREAM, FACTS.placed(), new OrderSplitFrom(ORDER, former.id()));
        Reason origin = about(OrderReasons.of(story.told(), ORDER), "origin");
        assertThat(origin.sentence()).isEqualTo("The order was split off order FIRST.");
        assertThat(steps(origin)).containsExactly("4 order.split_from <- 2", "2 order.line_split_off");
    }

    @Test
    void money_that_came_and_went_is_added_up() {
        List<Reason> reasons =
                OrderReasons.of(paid().then(STREAM, refund("5.00")).told(), ORDER);
        assertThat(about(reasons, "money").sentence())
                .isEqualTo("Payment 2 of 23.00 EUR arrived, and refund 1 of 5.00 EUR goes back; 18.00 EUR of its total"
                        + " of 23.00 EUR is paid, and 5.00 EUR is open.");
        assertThat(about(reasons, "status").sentence())
                .isEqualTo("The order counts as paid, although 18.00 EUR of its total of 23.00 EUR is paid, and 5.00"
                        + " EUR is open.");
    }
}
