package org.gatebook.command.order;

import org.gatebook.api.offer.EventOffers;
import org.gatebook.command.order.usage.Holdings;
import org.gatebook.command.order.usage.OrderUsage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has every change of what orders hold counted, whichever command made it. */
@Component
class OrderCounting {

    private final EventOffers offers;
    private final OrderUsage usage;

    OrderCounting(EventOffers offers, OrderUsage usage) {
        this.offers = offers;
        this.usage = usage;
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
