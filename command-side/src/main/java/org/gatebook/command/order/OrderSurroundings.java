package org.gatebook.command.order;

import java.time.Instant;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderCommand.ChangeOrder;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.change.ChangeCircumstances;
import org.gatebook.command.order.change.ChangeFacts;
import org.gatebook.command.order.change.ChangePlan;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderHoldings;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.usage.Holdings;
import org.gatebook.command.order.usage.OrderUsage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an order asks of the event around it, and where every change of what it holds is counted, whichever command made it. */
@Component
class OrderSurroundings {

    private final EventOffers offers;
    private final OrderUsage usage;
    private final OrderCircumstances circumstances;
    private final ChangeCircumstances changes;

    OrderSurroundings(
            EventOffers offers, OrderUsage usage, OrderCircumstances circumstances, ChangeCircumstances changes) {
        this.offers = offers;
        this.usage = usage;
        this.circumstances = circumstances;
        this.changes = changes;
    }

    /**
     * What the event says to the order's being paid or coming back now.
     *
     * @param force whether nobody asks for places
     */
    Circumstances around(OrderState order, Instant now, boolean force) {
        return circumstances.of(order, now, force);
    }

    /** When the event ends the order's term by itself; null if never. */
    @Nullable
    Instant automaticExpiry(OrderState order) {
        return circumstances.automaticExpiry(order.contents());
    }

    /** What there is to know of a change of what the order holds. */
    ChangeFacts facts(OrderState order, ChangeOrder command) {
        return changes.facts(order, command);
    }

    /** Why there are not the places that a change of the order takes; null if there are. */
    @Nullable
    Refusal unavailable(OrderState order, ChangePlan plan, ChangeOrder command) {
        return changes.unavailable(order, plan, command);
    }

    /** Who comes with a position of the order; null if it has no such position. */
    @Nullable
    Personal<Attendee> attendee(OrderId order, long line) {
        return changes.attendee(order, line);
    }

    /** Counts the difference when the unit ends. */
    void changed(@Nullable OrderState before, OrderState after) {
        Holdings held = OrderHoldings.of(before);
        Holdings holds = OrderHoldings.of(after);
        if (!held.equals(holds)) {
            OrderContents order = after.contents();
            usage.changed(offers.of(order.organizer(), order.event()), held, holds);
        }
    }
}
