package org.gatebook.command.order.usage;

import java.util.HashMap;
import java.util.Map;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.springframework.stereotype.Component;

/**
 * Counts what orders take and give back. Whatever a command does to an order (placing, cancelling, expiring, splitting,
 * changing lines), what is counted is the difference of what it holds before and after.
 */
@Component
public class OrderUsage {

    private final UsageCounters counters;

    OrderUsage(UsageCounters counters) {
        this.counters = counters;
    }

    /**
     * Counts the difference when the unit ends, within the limits that {@link Places} has found for the same unit; where
     * nobody asked for places, because the organizer forces the order in, there are none.
     */
    public void changed(EventOffer offer, Holdings before, Holdings after) {
        if (before.equals(after)) {
            return;
        }
        Map<Counter, Long> difference = new HashMap<>(after.usage(offer));
        before.usage(offer).forEach((counter, count) -> difference.merge(counter, -count, Long::sum));
        difference.forEach((counter, by) -> {
            if (by != 0) {
                counters.change(counter, by);
            }
        });
    }
}
