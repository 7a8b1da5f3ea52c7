package org.gatebook.api.offer;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often something may be sold.
 *
 * @param size null without limit
 * @param subevent the date it is for; null in events that are no series
 * @param items products that count; a product with variations counts by its variations
 * @param closeWhenSoldOut whether it stays shut once it was sold out
 * @param ignoreForEventAvailability whether calendars of events show them as sold out without looking at it
 */
public record Quota(
        long id,
        String name,
        @Nullable Integer size,
        @Nullable Long subevent,
        Set<Long> items,
        Set<Long> variations,
        boolean closed,
        boolean closeWhenSoldOut,
        boolean releaseAfterExit,
        boolean ignoreForEventAvailability) {

    public Quota {
        items = Set.copyOf(items);
        variations = Set.copyOf(variations);
    }

    /** Whether a position of this product and date counts here (behaviour notes, orders 7.7 and 9.1). */
    public boolean covers(long item, @Nullable Long variation, @Nullable Long date) {
        boolean sameDate = subevent == null ? date == null : subevent.equals(date);
        return sameDate && (variation == null ? items.contains(item) : variations.contains(variation));
    }
}
