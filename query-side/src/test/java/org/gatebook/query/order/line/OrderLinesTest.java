package org.gatebook.query.order.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.eur;
import static org.gatebook.query.test.OrderFacts.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.AttendeeChanged;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.LineChanged;
import org.gatebook.api.order.OrderEvent.LineSplitOff;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
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
    void a_position_that_is_split_off_is_only_remembered() {
        OrderLines left = lines(facts.placed(), new LineSplitOff(facts.id(), 7, new OrderId(8), eur("23.00")));
        assertThat(left.lines()).extracting(LineView::movedOn).containsExactly(false, true);
    }

    @Test
    void a_position_has_the_terms_and_the_attendee_that_it_was_given_last() {
        LineTerms terms = new LineTerms(2, 21L, null, eur("20.00"), 4L, new BigDecimal("7.00"), eur("1.31"), null, 81L);
        Personal<Attendee> grace = Personal.of(
                SubjectId.of("position", 7),
                new Attendee(Map.of("_legacy", "Grace"), null, null, null, null, null, null, null, List.of()));
        LineView changed = lines(
                        facts.placed(),
                        new LineChanged(facts.id(), 7, terms, eur("43.00")),
                        new AttendeeChanged(facts.id(), 7, grace))
                .lines()
                .getLast();
        assertThat(changed.item()).isEqualTo(2);
        assertThat(changed.price()).isEqualByComparingTo("20.00");
        assertThat(changed.seat()).isEqualTo(81);
        assertThat(changed.attendeeName()).isEqualTo("Grace");
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
