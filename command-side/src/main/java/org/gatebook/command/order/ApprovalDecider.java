package org.gatebook.command.order;

import static org.gatebook.api.decision.Outcome.accepted;
import static org.gatebook.api.decision.Outcome.refused;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.order.OrderCommand.ApproveOrder;
import org.gatebook.api.order.OrderCommand.DenyOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.OrderApproved;
import org.gatebook.api.order.OrderEvent.OrderDenied;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Pending;

/** Decides about orders that the organizer must say yes or no to. */
final class ApprovalDecider {

    private ApprovalDecider() {}

    /** Behaviour notes, orders 12.7: a free order is paid at once; open payments stay open. */
    static Outcome<OrderEvent, OrderId> approve(OrderState state, ApproveOrder command, Circumstances around) {
        if (!awaitsApproval(state)) {
            return refused(OrderRefusals.NOT_AWAITING_APPROVAL);
        }
        List<OrderEvent> events = new ArrayList<>();
        events.add(new OrderApproved(command.order(), command.now(), around.expiry()));
        if (state.contents().total().amount().signum() == 0) {
            events.addAll(PaymentDecider.paidForNothing(state.contents(), command.paymentId(), command.now()));
        }
        return accepted(command.order(), events);
    }

    /** Behaviour notes, orders 12.8: open payments stay open. */
    static Outcome<OrderEvent, OrderId> deny(OrderState state, DenyOrder command) {
        return awaitsApproval(state)
                ? accepted(command.order(), List.of(new OrderDenied(command.order(), command.now(), command.comment())))
                : refused(OrderRefusals.NOT_AWAITING_APPROVAL);
    }

    private static boolean awaitsApproval(OrderState state) {
        return state instanceof Pending && state.contents().requireApproval();
    }
}
