package org.gatebook.api.offer;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose tickets a door accepts.
 *
 * @param limitProducts counts only if not all products are accepted
 * @param subevent null for all dates
 * @param rules JSON logic; empty without rules
 * @param exitAllAt when everyone inside is taken to have left; null never
 * @param addonMatch whether the main ticket's secret opens the door for its add-ons
 */
public record CheckinList(
        long id,
        String name,
        boolean allProducts,
        Set<Long> limitProducts,
        @Nullable Long subevent,
        boolean includePending,
        boolean allowMultipleEntries,
        boolean allowEntryAfterExit,
        Map<String, Object> rules,
        @Nullable Instant exitAllAt,
        boolean addonMatch,
        Set<String> autoCheckinSalesChannels) {

    public CheckinList {
        limitProducts = Set.copyOf(limitProducts);
        autoCheckinSalesChannels = Set.copyOf(autoCheckinSalesChannels);
    }

    /** Whether tickets of this product may pass here. */
    public boolean accepts(long item) {
        return allProducts || limitProducts.contains(item);
    }
}
