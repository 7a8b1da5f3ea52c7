package org.gatebook.query.order.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.eur;
import static org.gatebook.query.test.OrderFacts.order;

import java.math.BigDecimal;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderFee;
import org.gatebook.query.test.OrderFacts;
import org.gatebook.web.answer.ApiJson;
import org.junit.jupiter.api.Test;

/** The positions of an order, from its events. */
class OrderLinesTest {

    private final OrderFacts facts = order(5, "ABCDE").line(6, 1).line(7, 1);

    @Test
    void what_is_not_about_positions_leaves_the_very_same_view() {
        OrderLines placed = lines(facts.placed());
        assertThat(OrderLines.fold(placed, new OrderPaid(facts.id(), NOW))).isSameAs(placed);
        assertThat(OrderLines.fold(placed, new OrderCanceled(facts.id(), NOW, null)))
                .isSameAs(placed);
    }

    @Test
    void a_position_that_is_taken_out_stays_and_says_so() {
        OrderLines left = lines(facts.placed(), new LineCanceled(facts.id(), 7, eur("23.00")));
        assertThat(left.lines()).extracting(LineView::canceled).containsExactly(false, true);
    }

    @Test
    void a_cancellation_for_a_fee_takes_all_positions_out() {
        OrderFee fee = new OrderFee(9, "cancellation", eur("5.00"), "", "", null, BigDecimal.ZERO, eur("0.00"));
        OrderLines left = lines(facts.placed(), new OrderCanceledForFee(facts.id(), NOW, null, fee, eur("5.00")));
        assertThat(left.lines()).allMatch(LineView::canceled);
    }

    @Test
    void a_view_that_was_stored_is_the_view_that_is_read() {
        LineView line = lines(facts.placed()).lines().getFirst();
        assertThat(ApiJson.mapper().readValue(ApiJson.mapper().writeValueAsString(line), LineView.class))
                .isEqualTo(line);
    }

    private static OrderLines lines(OrderEvent... events) {
        OrderLines lines = null;
        for (OrderEvent event : events) {
            lines = OrderLines.fold(lines, event);
        }
        return lines;
    }
}
