package org.gatebook.command.order;

import static org.gatebook.api.decision.Outcome.accepted;
import static org.gatebook.api.decision.Outcome.refused;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.order.OrderCommand.ExtendOrder;
import org.gatebook.api.order.OrderCommand.ReactivateOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.ExpiryChanged;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderReactivated;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Deleted;
import org.gatebook.command.order.state.OrderState.Expired;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.state.OrderState.Pending;

/** Decides about orders that get more time, or come back. */
final class RevivalDecider {

    private RevivalDecider() {}

    /** Behaviour notes, orders 12.6; paid and cancelled orders get no time (decisions, "Repaired on purpose"). */
    static Outcome<OrderEvent, OrderId> extend(OrderState state, ExtendOrder command, Circumstances around) {
        if (!command.expires().isAfter(command.now())) {
            return refused(OrderRefusals.EXPIRY_IN_THE_PAST);
        }
        List<OrderEvent> events = new ArrayList<>();
        if (!state.contents().expires().equals(command.expires())) {
            events.add(new ExpiryChanged(command.order(), command.expires()));
        }
        return switch (state) {
            case Pending pending -> accepted(command.order(), events);
            case Expired expired -> {
                if (around.unavailable() != null) {
                    yield refused(around.unavailable());
                }
                events.add(new OrderMarkedPending(command.order(), command.now()));
                yield accepted(command.order(), events);
            }
            case Paid p -> refused(OrderRefusals.NOT_PENDING_OR_EXPIRED);
            case Canceled c -> refused(OrderRefusals.NOT_PENDING_OR_EXPIRED);
            case Deleted d -> refused(Refusal.notFound());
        };
    }

    /** Behaviour notes, orders 12.10: payments stay as they are, and may be enough. */
    static Outcome<OrderEvent, OrderId> reactivate(OrderState state, ReactivateOrder command, Circumstances around) {
        if (!(state instanceof Canceled)) {
            return refused(OrderRefusals.NOT_REACTIVATABLE);
        }
        if (around.unavailable() != null) {
            return refused(around.unavailable());
        }
        OrderContents contents = state.contents();
        List<OrderEvent> events = new ArrayList<>();
        events.add(new OrderReactivated(command.order(), command.now(), around.expiry()));
        if (contents.pending().amount().signum() <= 0 && !contents.requireApproval()) {
            events.add(new OrderPaid(command.order(), command.now()));
        }
        return accepted(command.order(), events);
    }
}
