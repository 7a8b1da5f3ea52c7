package org.gatebook.command.order.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatebook.command.order.OrderExamples.ID;
import static org.gatebook.command.order.OrderExamples.NOTHING;
import static org.gatebook.command.order.OrderExamples.after;
import static org.gatebook.command.order.OrderExamples.eur;
import static org.gatebook.command.order.OrderExamples.eventsOf;
import static org.gatebook.command.order.OrderExamples.line;
import static org.gatebook.command.order.OrderExamples.place;

import java.util.List;
import java.util.Set;
import org.gatebook.api.order.OrderCommand.BeginSplitOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.OrderSplitFrom;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Paid;
import org.junit.jupiter.api.Test;

/** Behaviour notes, orders 17.6: what begins the order that positions were split off into. */
class SplitDeciderTest {

    private static final OrderId FROM = new OrderId(16);

    @Test
    void it_begins_with_its_positions_and_the_money_that_came_along() {
        List<OrderEvent> events = eventsOf(SplitDecider.begin(null, begin("23.00", "23.00", true, Set.of(1001L))));
        assertThat(events)
                .extracting(Object::getClass)
                .containsExactly(
                        OrderPlaced.class,
                        OrderSplitFrom.class,
                        GiftCardSold.class,
                        PaymentRecorded.class,
                        OrderPaid.class);
        OrderState state = after(null, events);
        assertThat(state).isInstanceOf(Paid.class);
        assertThat(state.contents().pending()).isEqualTo(eur("0.00"));
        assertThat(state.contents().lines().getFirst().soldCard()).isTrue();
    }

    @Test
    void it_waits_for_what_did_not_come_along() {
        List<OrderEvent> events = eventsOf(SplitDecider.begin(null, begin("23.00", "0.00", false, Set.of())));
        assertThat(events).extracting(Object::getClass).containsExactly(OrderPlaced.class, OrderSplitFrom.class);
    }

    @Test
    void it_is_paid_by_nothing_if_it_costs_nothing() {
        OrderState state = after(null, eventsOf(SplitDecider.begin(null, begin("0.00", "0.00", true, Set.of()))));
        assertThat(state).isInstanceOf(Paid.class);
        assertThat(state.contents().payments())
                .singleElement()
                .satisfies(payment -> assertThat(payment.provider()).isEqualTo("free"));
    }

    @Test
    void it_begins_once() {
        OrderState begun = after(null, eventsOf(SplitDecider.begin(null, begin("23.00", "0.00", false, Set.of()))));
        assertThatThrownBy(() -> SplitDecider.begin(begun, begin("23.00", "0.00", false, Set.of())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static BeginSplitOrder begin(String price, String offset, boolean paid, Set<Long> cards) {
        OrderPlaced placed = (OrderPlaced)
                eventsOf(place(List.of(line(1001, price, null)), false, null)).getFirst();
        PlacedOrder order = placed.placed();
        assertThat(order.id()).isEqualTo(ID);
        return new BeginSplitOrder(order, FROM, eur(offset), NOTHING, 79, paid, cards);
    }
}
