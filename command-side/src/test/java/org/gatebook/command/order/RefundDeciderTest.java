package org.gatebook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.OrderExamples.ID;
import static org.gatebook.command.order.OrderExamples.NOTHING;
import static org.gatebook.command.order.OrderExamples.NOW;
import static org.gatebook.command.order.OrderExamples.OPEN;
import static org.gatebook.command.order.OrderExamples.after;
import static org.gatebook.command.order.OrderExamples.canceled;
import static org.gatebook.command.order.OrderExamples.eur;
import static org.gatebook.command.order.OrderExamples.eventsOf;
import static org.gatebook.command.order.OrderExamples.paid;
import static org.gatebook.command.order.OrderExamples.pending;
import static org.gatebook.command.order.OrderExamples.refusalOf;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.order.OrderCommand.AfterRefund;
import org.gatebook.api.order.OrderCommand.CancelRefund;
import org.gatebook.api.order.OrderCommand.CompleteRefund;
import org.gatebook.api.order.OrderCommand.GivenBack;
import org.gatebook.api.order.OrderCommand.ProcessRefund;
import org.gatebook.api.order.OrderCommand.RecordPayment;
import org.gatebook.api.order.OrderCommand.RecordRefund;
import org.gatebook.api.order.OrderCommand.RefundPayment;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.ExpiryChanged;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.PaymentRefunded;
import org.gatebook.api.order.OrderEvent.RefundCanceled;
import org.gatebook.api.order.OrderEvent.RefundDone;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.RefundSource;
import org.gatebook.api.order.RefundState;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Pending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefundDeciderTest {

    private static final AfterRefund STAY = new AfterRefund(false, false, NOW);
    private static final AfterRefund CANCEL = new AfterRefund(true, false, NOW);
    private static final AfterRefund PENDING = new AfterRefund(false, true, NOW);

    @Test
    void giving_a_payment_back_leaves_the_order_pending_with_more_time() {
        OrderState order = byBank();
        List<OrderEvent> events = eventsOf(refund(order, null, STAY));
        assertThat(events)
                .extracting(Object::getClass)
                .containsExactly(RefundRecorded.class, OrderMarkedPending.class, ExpiryChanged.class);
        assertThat(after(order, events)).isInstanceOf(Pending.class);
        assertThat(after(order, events).owed()).isEqualTo(eur("23.00"));
    }

    @Test
    void what_is_given_back_at_once_turns_its_payment() {
        List<OrderEvent> events = eventsOf(refund(byCard(), null, STAY));
        assertThat(events).extracting(Object::getClass).contains(RefundDone.class, PaymentRefunded.class);
    }

    @Test
    void a_part_that_is_given_back_leaves_its_payment_confirmed() {
        List<OrderEvent> events = eventsOf(refund(byCard(), "3.00", STAY));
        assertThat(events)
                .extracting(Object::getClass)
                .contains(RefundDone.class)
                .doesNotContain(PaymentRefunded.class);
    }

    @Test
    void a_refund_may_take_its_order_with_it() {
        OrderState order = byBank();
        List<OrderEvent> events = eventsOf(refund(order, null, CANCEL));
        assertThat(events).extracting(Object::getClass).containsExactly(RefundRecorded.class, OrderCanceled.class);
    }

    @Test
    void no_more_is_given_back_than_is_left() {
        OrderState order = byBank();
        OrderState partly = after(order, eventsOf(refund(order, "20.00", STAY)));
        assertThat(refusalOf(refund(partly, "4.00", STAY))).isEqualTo(OrderRefusals.refundAbove(eur("3.00")));
    }

    @Test
    void only_confirmed_payments_of_willing_providers_are_given_back() {
        assertThat(refusalOf(refund(pending("23.00", "banktransfer"), null, STAY)))
                .isEqualTo(OrderRefusals.PAYMENT_NOT_CONFIRMED);
        assertThat(refusalOf(refund(paidWith("banktransfer", Map.of("payer", "Ada", "iban", "DE00 1")), null, STAY)))
                .isEqualTo(OrderRefusals.NO_FULL_REFUND);
        assertThat(refusalOf(refund(paid("23.00", "manual"), null, STAY))).isEqualTo(OrderRefusals.NO_FULL_REFUND);
        assertThat(refusalOf(refund(paid("23.00", "manual"), "1.00", STAY))).isEqualTo(OrderRefusals.NO_PARTIAL_REFUND);
        assertThat(refusalOf(refund(paid("23.00", "manual"), "0.00", STAY))).isEqualTo(OrderRefusals.REFUND_OF_NOTHING);
    }

    @Test
    void a_refund_is_taken_down_as_told_and_turns_nothing() {
        OrderState order = paid("23.00", "manual");
        List<OrderEvent> events = eventsOf(RefundDecider.record(order, recorded(RefundState.DONE, 1, STAY), OPEN));
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        RefundRecorded.class,
                        recorded ->
                                assertThat(recorded.refund().executionDate()).isEqualTo(NOW));
    }

    @Test
    void a_paid_order_that_owes_money_may_become_pending() {
        OrderState order = paid("23.00", "manual");
        assertThat(after(order, eventsOf(RefundDecider.record(order, recorded(RefundState.DONE, 1, PENDING), OPEN))))
                .isInstanceOf(Pending.class);
        // What a provider gave back by itself does not count before somebody has looked at it.
        assertThat(eventsOf(RefundDecider.record(order, recorded(RefundState.EXTERNAL, 1, PENDING), OPEN)))
                .hasSize(1);
    }

    @Test
    void a_refund_names_a_payment_that_is_there_and_cancels_only_what_can_be_cancelled() {
        OrderState order = paid("23.00", "manual");
        assertThat(refusalOf(RefundDecider.record(order, recorded(RefundState.CREATED, 2, STAY), OPEN)))
                .isEqualTo(OrderRefusals.UNKNOWN_PAYMENT);
        assertThat(refusalOf(RefundDecider.record(canceled(order), recorded(RefundState.CREATED, 1, CANCEL), OPEN)))
                .isEqualTo(OrderRefusals.REFUND_CANNOT_CANCEL);
    }

    @Test
    void whoever_gives_a_payment_back_is_told_whether_that_cancelled_the_order() {
        OrderState order = byCard();
        assertThat(accepted(refund(order, null, CANCEL)).canceled()).isTrue();
        assertThat(accepted(refund(order, null, STAY)).canceled()).isFalse();
        // Nothing is owed of a cancelled order, so it is not cancelled again.
        assertThat(accepted(refund(canceled(order), null, CANCEL)).canceled()).isFalse();
    }

    @Test
    void a_refund_is_done_once() {
        OrderState order = byBank();
        OrderState open = after(order, eventsOf(refund(order, null, STAY)));
        List<OrderEvent> done = eventsOf(RefundDecider.complete(open, new CompleteRefund(ID, 1, NOW)));
        assertThat(done).extracting(Object::getClass).containsExactly(RefundDone.class, PaymentRefunded.class);
        assertThat(refusalOf(RefundDecider.complete(after(open, done), new CompleteRefund(ID, 1, NOW))))
                .isEqualTo(OrderRefusals.REFUND_STATE);
    }

    @Test
    void an_open_refund_is_given_up_and_a_done_one_is_not() {
        OrderState order = paid("23.00", "manual");
        OrderState open =
                after(order, eventsOf(RefundDecider.record(order, recorded(RefundState.CREATED, 1, STAY), OPEN)));
        assertThat(eventsOf(RefundDecider.cancel(open, new CancelRefund(ID, 1))))
                .containsExactly(new RefundCanceled(ID, 1));
        OrderState done =
                after(order, eventsOf(RefundDecider.record(order, recorded(RefundState.DONE, 1, STAY), OPEN)));
        assertThat(refusalOf(RefundDecider.cancel(done, new CancelRefund(ID, 1))))
                .isEqualTo(OrderRefusals.REFUND_STATE);
    }

    @Test
    void a_canceled_order_stays_canceled_when_an_external_refund_is_looked_at() {
        OrderState order = canceled(paid("23.00", "manual"));
        OrderState external =
                after(order, eventsOf(RefundDecider.record(order, recorded(RefundState.EXTERNAL, 1, STAY), OPEN)));
        List<OrderEvent> processed = eventsOf(RefundDecider.process(external, new ProcessRefund(ID, 1, STAY), OPEN));
        assertThat(after(external, processed)).isInstanceOf(Canceled.class);
        assertThat(refusalOf(RefundDecider.process(external, new ProcessRefund(ID, 1, CANCEL), OPEN)))
                .isEqualTo(OrderRefusals.NOT_CANCELABLE);
    }

    @Property(tries = 200)
    void a_payment_never_gives_back_more_than_it_brought(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 3000) Integer> cents) {
        OrderState order = byCard();
        for (int asked : cents) {
            Outcome<OrderEvent, GivenBack> outcome = refund(order, "%d.%02d".formatted(asked / 100, asked % 100), STAY);
            if (outcome instanceof Outcome.Accepted<OrderEvent, GivenBack> accepted) {
                order = after(order, accepted.events());
            }
            assertThat(order.contents().refunded(1)).isLessThanOrEqualTo(eur("23.00"));
            assertThat(order.contents().balance().isNegative()).isFalse();
        }
    }

    private static OrderState byBank() {
        return paidWith("banktransfer", Map.of("payer", "Ada", "iban", "DE89 3704 0044 0532 0130 00"));
    }

    private static OrderState byCard() {
        return paidWith("giftcard", Map.of("gift_card", 4711));
    }

    private static OrderState paidWith(String provider, Map<String, Object> info) {
        OrderState order = pending("23.00", null);
        RecordPayment payment = new RecordPayment(
                ID,
                79,
                PaymentState.CONFIRMED,
                eur("23.00"),
                null,
                provider,
                Personal.of(ID.subject(), info),
                NOW,
                false);
        return after(order, eventsOf(PaymentDecider.record(order, payment, OPEN)));
    }

    private static Outcome<OrderEvent, GivenBack> refund(OrderState order, @Nullable String amount, AfterRefund then) {
        return RefundDecider.refund(order, new RefundPayment(ID, 1, amount == null ? null : eur(amount), then), OPEN);
    }

    private static GivenBack accepted(Outcome<OrderEvent, GivenBack> outcome) {
        return ((Outcome.Accepted<OrderEvent, GivenBack>) outcome).result();
    }

    private static RecordRefund recorded(RefundState state, int payment, AfterRefund then) {
        return new RecordRefund(
                ID, state, RefundSource.ADMIN, eur("23.00"), payment, null, null, "manual", NOTHING, then);
    }
}
