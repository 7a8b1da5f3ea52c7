package org.gatebook.command.order.change;

import static org.gatebook.api.decision.Outcome.accepted;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.order.OrderCommand.BeginSplitOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.OrderSplitFrom;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.order.PlacedPayment;
import org.gatebook.command.order.state.OrderState;
import org.jspecify.annotations.Nullable;

/** Begins orders that positions were split off into: the old order has decided, so nothing is refused here. */
public final class SplitDecider {

    static final String OFFSETTING = "offsetting";

    private SplitDecider() {}

    /** Behaviour notes, orders 17.6. */
    public static Outcome<OrderEvent, OrderId> begin(@Nullable OrderState state, BeginSplitOrder command) {
        PlacedOrder placed = command.placed();
        if (state != null) {
            throw new IllegalStateException("the number of a new order was used before: " + placed.id());
        }
        List<OrderEvent> events = new ArrayList<>();
        events.add(new OrderPlaced(placed));
        events.add(new OrderSplitFrom(placed.id(), command.from()));
        placed.lines().stream()
                .filter(line -> command.giftCards().contains(line.id()))
                .forEach(line -> events.add(new GiftCardSold(placed.id(), line.id())));
        if (command.offset().amount().signum() > 0) {
            events.add(new PaymentRecorded(
                    placed.id(),
                    new PlacedPayment(
                            command.paymentId(),
                            1,
                            OFFSETTING,
                            PaymentState.CONFIRMED,
                            command.offset(),
                            placed.datetime(),
                            placed.datetime(),
                            command.info())));
        } else if (placed.total().amount().signum() == 0 && !placed.requireApproval()) {
            events.add(new PaymentRecorded(
                    placed.id(),
                    FreePayment.of(placed.id(), 1, placed.total().currency(), command.paymentId(), placed.datetime())));
        }
        if (command.paid()) {
            events.add(new OrderPaid(placed.id(), placed.datetime()));
        }
        return accepted(placed.id(), events);
    }
}
