package org.gatebook.api.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A date of a series.
 *
 * @param itemOverrides by product id
 * @param variationOverrides by variation id
 */
public record Subevent(
        long id,
        Text name,
        boolean active,
        Instant dateFrom,
        @Nullable Instant dateTo,
        @Nullable Instant dateAdmission,
        Map<Long, DateOverride> itemOverrides,
        Map<Long, DateOverride> variationOverrides) {

    public Subevent {
        itemOverrides = Map.copyOf(itemOverrides);
        variationOverrides = Map.copyOf(variationOverrides);
    }

    /**
     * What is different on this date.
     *
     * @param price null to keep the listed one
     * @param disabled whether it is not sold on this date
     */
    public record DateOverride(@Nullable BigDecimal price, boolean disabled) {}
}
