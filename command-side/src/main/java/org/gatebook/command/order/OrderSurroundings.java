package org.gatebook.command.order;

import java.time.Instant;
import org.gatebook.api.offer.EventOffers;
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

    OrderSurroundings(EventOffers offers, OrderUsage usage, OrderCircumstances circumstances) {
        this.offers = offers;
        this.usage = usage;
        this.circumstances = circumstances;
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
