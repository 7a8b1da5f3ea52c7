package org.gatebook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.OrderExamples.ID;
import static org.gatebook.command.order.OrderExamples.LATER;
import static org.gatebook.command.order.OrderExamples.NOTHING;
import static org.gatebook.command.order.OrderExamples.NOW;
import static org.gatebook.command.order.OrderExamples.OPEN;
import static org.gatebook.command.order.OrderExamples.after;
import static org.gatebook.command.order.OrderExamples.awaitingApproval;
import static org.gatebook.command.order.OrderExamples.canceled;
import static org.gatebook.command.order.OrderExamples.eur;
import static org.gatebook.command.order.OrderExamples.eventsOf;
import static org.gatebook.command.order.OrderExamples.paid;
import static org.gatebook.command.order.OrderExamples.pending;
import static org.gatebook.command.order.OrderExamples.refusalOf;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.OrderCommand.CancelOrderForFee;
import org.gatebook.api.order.OrderCommand.ExpireOrder;
import org.gatebook.api.order.OrderCommand.ExtendOrder;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.OrderDetailsChanged;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.state.OrderState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Behaviour notes, orders 12.12: what was found overdue is looked at again when its turn has come. */
class AutomaticExpiryDecisionTest {

    private static final Instant OVER = LATER.plusSeconds(1);

    @Test
    void an_order_expires_by_itself_after_the_end_of_its_term_and_not_at_it() {
        OrderState order = pending("23.00", "banktransfer");
        assertThat(eventsOf(expire(order, OVER, LATER))).containsExactly(new OrderExpired(ID, OVER));
        assertThat(refusalOf(expire(order, LATER, LATER))).isEqualTo(OrderRefusals.NOT_OVERDUE);
    }

    @Test
    void an_order_never_expires_by_itself_where_its_event_says_so() {
        assertThat(refusalOf(expire(pending("23.00", null), OVER, null))).isEqualTo(OrderRefusals.NOT_OVERDUE);
    }

    @Test
    void an_order_that_was_paid_or_cancelled_meanwhile_does_not_expire() {
        assertThat(refusalOf(expire(paid("23.00", "manual"), OVER, LATER))).isEqualTo(OrderRefusals.NOT_PENDING);
        assertThat(refusalOf(expire(canceled(pending("23.00", null)), OVER, LATER)))
                .isEqualTo(OrderRefusals.NOT_PENDING);
    }

    @Test
    void an_order_that_was_given_more_time_meanwhile_does_not_expire() {
        OrderState order = pending("23.00", null);
        OrderState extended =
                after(order, eventsOf(RevivalDecider.extend(order, new ExtendOrder(ID, OVER, NOW, false), OPEN)));
        assertThat(refusalOf(expire(extended, OVER, extended.contents().expires())))
                .isEqualTo(OrderRefusals.NOT_OVERDUE);
    }

    @Test
    void an_order_that_waits_for_a_yes_does_not_expire() {
        assertThat(refusalOf(expire(awaitingApproval("23.00"), OVER, LATER))).isEqualTo(OrderRefusals.NOT_OVERDUE);
    }

    @Test
    void an_order_whose_tickets_are_good_before_it_is_paid_does_not_expire_until_they_are_not() {
        OrderState good = after(pending("23.00", null), List.of(details(true)));
        assertThat(refusalOf(expire(good, OVER, LATER))).isEqualTo(OrderRefusals.NOT_OVERDUE);
        OrderState usual = after(good, List.of(details(false)));
        assertThat(eventsOf(expire(usual, OVER, LATER))).containsExactly(new OrderExpired(ID, OVER));
    }

    @Test
    void an_order_that_was_cancelled_for_a_fee_waits_for_it_without_end() {
        OrderState order = pending("23.00", null);
        OrderFee fee = new OrderFee(9, OrderFee.CANCELLATION, eur("5.00"), "", "", null, BigDecimal.ZERO, eur("0.00"));
        OrderState owing =
                after(order, eventsOf(OrderDecider.cancelForFee(order, new CancelOrderForFee(ID, NOW, null, fee))));
        assertThat(refusalOf(expire(owing, OVER, LATER))).isEqualTo(OrderRefusals.NOT_OVERDUE);
    }

    @Test
    void whoever_asks_for_it_need_not_wait() {
        assertThat(eventsOf(OrderDecider.expire(awaitingApproval("23.00"), new ExpireOrder(ID, NOW, false), null)))
                .containsExactly(new OrderExpired(ID, NOW));
    }

    private static Outcome<OrderEvent, OrderId> expire(OrderState order, Instant now, @Nullable Instant end) {
        return OrderDecider.expire(order, new ExpireOrder(ID, now, true), end);
    }

    private static OrderEvent details(boolean validIfPending) {
        Personal<Buyer> buyer = Personal.of(ID.subject(), new Buyer(null, null, "", null));
        return new OrderDetailsChanged(
                ID, new OrderDetails("en", buyer, null, false, null, validIfPending, NOTHING, null));
    }
}
