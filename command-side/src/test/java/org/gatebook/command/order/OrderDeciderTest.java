package org.gatebook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.OrderExamples.ID;
import static org.gatebook.command.order.OrderExamples.NOTHING;
import static org.gatebook.command.order.OrderExamples.NOW;
import static org.gatebook.command.order.OrderExamples.OPEN;
import static org.gatebook.command.order.OrderExamples.SOLD_OUT;
import static org.gatebook.command.order.OrderExamples.after;
import static org.gatebook.command.order.OrderExamples.eur;
import static org.gatebook.command.order.OrderExamples.eventsOf;
import static org.gatebook.command.order.OrderExamples.keptBy;
import static org.gatebook.command.order.OrderExamples.place;
import static org.gatebook.command.order.OrderExamples.refusalOf;
import static org.gatebook.command.order.OrderExamples.stateAfter;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.order.OrderCommand.CancelOrder;
import org.gatebook.api.order.OrderCommand.ConfirmPayment;
import org.gatebook.api.order.OrderCommand.ExpireOrder;
import org.gatebook.api.order.OrderCommand.MarkOrderPaid;
import org.gatebook.api.order.OrderCommand.MarkOrderPending;
import org.gatebook.api.order.OrderCommand.RecordPayment;
import org.gatebook.api.order.OrderCommand.RequestMail;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.MailRequested;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentConfirmed;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderMail;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.api.order.PaymentState;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Paid;
import org.junit.jupiter.api.Test;

class OrderDeciderTest {

    @Test
    void a_pending_order_without_provider_has_no_payment() {
        assertThat(eventsOf(place("23.00", false, null)))
                .extracting(Object::getClass)
                .containsExactly(OrderPlaced.class);
    }

    @Test
    void a_pending_order_with_a_provider_waits_for_its_payment() {
        List<OrderEvent> events = eventsOf(place("23.00", false, "banktransfer"));
        assertThat(events).extracting(Object::getClass).containsExactly(OrderPlaced.class, PaymentRecorded.class);
        assertThat(((PaymentRecorded) events.get(1)).payment().state()).isEqualTo(PaymentState.CREATED);
    }

    @Test
    void a_paid_order_has_one_confirmed_payment() {
        List<OrderEvent> events = eventsOf(place("23.00", true, "manual"));
        assertThat(events)
                .extracting(Object::getClass)
                .containsExactly(OrderPlaced.class, PaymentRecorded.class, OrderPaid.class);
        assertThat(((PaymentRecorded) events.get(1)).payment().state()).isEqualTo(PaymentState.CONFIRMED);
    }

    @Test
    void a_free_order_is_paid_at_once_whatever_provider_was_asked_for() {
        List<OrderEvent> events = eventsOf(place("0.00", false, "manual"));
        assertThat(((PaymentRecorded) events.get(1)).payment().provider()).isEqualTo("free");
        assertThat(stateAfter(events)).isInstanceOf(Paid.class);
    }

    @Test
    void an_order_is_not_placed_with_a_payment_that_cannot_be() {
        assertThat(refusalOf(place("23.00", true, null))).isEqualTo(OrderRefusals.PAID_WITHOUT_PROVIDER);
        assertThat(refusalOf(place("23.00", false, "free"))).isEqualTo(OrderRefusals.NOT_FREE);
    }

    @Test
    void a_pending_order_is_marked_paid_by_a_manual_payment_and_open_ones_are_given_up() {
        OrderState pending = stateAfter(eventsOf(place("23.00", false, "banktransfer")));
        List<OrderEvent> events =
                eventsOf(PaymentDecider.markPaid(pending, new MarkOrderPaid(ID, 77, NOW, false), OPEN));
        assertThat(events)
                .extracting(Object::getClass)
                .containsExactly(PaymentCanceled.class, PaymentRecorded.class, OrderPaid.class);
    }

    @Test
    void an_open_manual_payment_of_the_right_amount_is_used() {
        OrderState pending = stateAfter(eventsOf(place("23.00", false, "manual")));
        List<OrderEvent> events =
                eventsOf(PaymentDecider.markPaid(pending, new MarkOrderPaid(ID, 77, NOW, false), OPEN));
        assertThat(events).extracting(Object::getClass).containsExactly(PaymentConfirmed.class, OrderPaid.class);
    }

    @Test
    void money_that_has_arrived_stays_although_an_expired_order_has_no_places_left() {
        OrderState expired = new OrderState.Expired(
                stateAfter(eventsOf(place("23.00", false, "manual"))).contents());
        Outcome<OrderEvent, OrderId> outcome =
                PaymentDecider.markPaid(expired, new MarkOrderPaid(ID, 77, NOW, false), SOLD_OUT);
        assertThat(refusalOf(outcome)).isEqualTo(OrderExamples.GONE);
        assertThat(keptBy(outcome)).extracting(Object::getClass).containsExactly(PaymentConfirmed.class);
    }

    @Test
    void a_paid_order_is_not_marked_paid_again() {
        OrderState paid = stateAfter(eventsOf(place("23.00", true, "manual")));
        assertThat(refusalOf(PaymentDecider.markPaid(paid, new MarkOrderPaid(ID, 77, NOW, false), OPEN)))
                .isEqualTo(OrderRefusals.NOT_PENDING_OR_EXPIRED);
    }

    @Test
    void a_payment_below_the_total_leaves_the_order_pending() {
        OrderState pending = stateAfter(eventsOf(place("23.00", false, null)));
        List<OrderEvent> events =
                eventsOf(PaymentDecider.record(pending, record("5.00", PaymentState.CONFIRMED), OPEN));
        assertThat(events).extracting(Object::getClass).containsExactly(PaymentRecorded.class);
    }

    @Test
    void a_payment_that_completes_the_total_pays_the_order() {
        OrderState pending = stateAfter(eventsOf(place("23.00", false, null)));
        List<OrderEvent> events =
                eventsOf(PaymentDecider.record(pending, record("23.00", PaymentState.CONFIRMED), OPEN));
        assertThat(events).extracting(Object::getClass).containsExactly(PaymentRecorded.class, OrderPaid.class);
    }

    @Test
    void only_open_payments_are_confirmed() {
        OrderState paid = stateAfter(eventsOf(place("23.00", true, "manual")));
        assertThat(refusalOf(PaymentDecider.confirm(paid, new ConfirmPayment(ID, 1, NOW, false), OPEN)))
                .isEqualTo(OrderRefusals.PAYMENT_NOT_OPEN);
        assertThat(refusalOf(PaymentDecider.confirm(paid, new ConfirmPayment(ID, 9, NOW, false), OPEN)))
                .isEqualTo(Refusal.notFound());
    }

    @Test
    void only_paid_orders_are_marked_pending_and_only_pending_ones_expire() {
        OrderState paid = stateAfter(eventsOf(place("23.00", true, "manual")));
        OrderState pending = stateAfter(eventsOf(place("23.00", false, null)));
        assertThat(eventsOf(OrderDecider.markPending(paid, new MarkOrderPending(ID, NOW))))
                .containsExactly(new OrderMarkedPending(ID, NOW));
        assertThat(refusalOf(OrderDecider.markPending(pending, new MarkOrderPending(ID, NOW))))
                .isEqualTo(OrderRefusals.NOT_PAID);
        assertThat(eventsOf(OrderDecider.expire(pending, new ExpireOrder(ID, NOW, false), null)))
                .containsExactly(new OrderExpired(ID, NOW));
        assertThat(refusalOf(OrderDecider.expire(paid, new ExpireOrder(ID, NOW, false), null)))
                .isEqualTo(OrderRefusals.NOT_PENDING);
    }

    @Test
    void a_cancelled_order_keeps_its_total_and_is_not_cancelled_again() {
        OrderState paid = stateAfter(eventsOf(place("23.00", true, "manual")));
        OrderState canceled = after(paid, eventsOf(OrderDecider.cancel(paid, new CancelOrder(ID, NOW, null))));
        assertThat(canceled).isInstanceOf(Canceled.class);
        assertThat(canceled.contents().total()).isEqualTo(eur("23.00"));
        assertThat(refusalOf(OrderDecider.cancel(canceled, new CancelOrder(ID, NOW, null))))
                .isEqualTo(OrderRefusals.NOT_CANCELABLE);
    }

    @Property
    void an_order_is_paid_exactly_when_its_payments_reach_the_total(
            @ForAll @IntRange(min = 1, max = 60) int total,
            @ForAll @Size(max = 8) List<@IntRange(max = 20) Integer> parts) {
        OrderState state = stateAfter(eventsOf(place(total + ".00", false, null)));
        int arrived = 0;
        for (int part : parts) {
            state = after(
                    state, eventsOf(PaymentDecider.record(state, record(part + ".00", PaymentState.CONFIRMED), OPEN)));
            arrived += part;
            assertThat(state instanceof Paid).isEqualTo(arrived >= total);
            assertThat(state.contents().balance()).isEqualTo(eur(arrived + ".00"));
        }
    }

    private static RecordPayment record(String amount, PaymentState state) {
        return new RecordPayment(ID, 79, state, eur(amount), null, "manual", NOTHING, NOW, false);
    }

    @Test
    void people_are_told_whatever_the_state_unless_only_some_sales_channels_are_told() {
        OrderState order = stateAfter(eventsOf(place("23.00", false, null)));
        var anyway = new RequestMail(ID, OrderMail.LINK, true, null, "https://tickets.example.org");
        assertThat(eventsOf(OrderDecider.requestMail(order, anyway)))
                .containsExactly(new MailRequested(ID, OrderMail.LINK, true, "https://tickets.example.org"));
        var elsewhere = new RequestMail(ID, OrderMail.PAID, true, Set.of("bar"), "https://tickets.example.org");
        assertThat(eventsOf(OrderDecider.requestMail(order, elsewhere))).isEmpty();
        var here = new RequestMail(ID, OrderMail.PAID, false, Set.of("web"), "https://tickets.example.org");
        assertThat(eventsOf(OrderDecider.requestMail(order, here))).hasSize(1);
    }
}
