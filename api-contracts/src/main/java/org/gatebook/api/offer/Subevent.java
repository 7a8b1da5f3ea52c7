package org.gatebook.api.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A date of a series.
 *
 * @param active whether it is sold
 * @param location empty if nobody has said it
 * @param seatingPlan the plan whose seats it sells; null without
 * @param seatCategories product of the seats of each category of the plan
 * @param itemOverrides by product id
 * @param variationOverrides by variation id
 */
public record Subevent(
        long id,
        Text name,
        boolean active,
        boolean isPublic,
        Instant dateFrom,
        @Nullable Instant dateTo,
        @Nullable Instant dateAdmission,
        @Nullable Instant presaleStart,
        @Nullable Instant presaleEnd,
        Text location,
        @Nullable Long seatingPlan,
        Map<String, Long> seatCategories,
        Map<Long, DateOverride> itemOverrides,
        Map<Long, DateOverride> variationOverrides) {

    public Subevent {
        seatCategories = Map.copyOf(seatCategories);
        itemOverrides = Map.copyOf(itemOverrides);
        variationOverrides = Map.copyOf(variationOverrides);
    }

    /**
     * What is different on this date.
     *
     * @param price null to keep the listed one
     * @param disabled whether it is not sold on this date
     * @param availableFrom null for always
     * @param availableUntil null for ever
     */
    public record DateOverride(
            @Nullable BigDecimal price,
            boolean disabled,
            @Nullable Instant availableFrom,
            @Nullable Instant availableUntil) {}
}
