package org.gatebook.api.offer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event says about itself.
 *
 * @param id its number; the subject of what is sealed for it is {@code event:ID}
 * @param series whether the event has dates of its own
 * @param location empty if nobody has said it
 * @param zone the event's time zone
 * @param locale the event's default language
 * @param plugins modules that are switched on; they decide which payment providers and forms of ticket files it knows
 * @param seatingPlan the plan whose seats it sells; null without, and in series, whose dates have their own
 * @param seatCategories product of the seats of each category of the plan
 * @param salesChannels where it is sold; null for everywhere
 */
public record EventDetails(
        long id,
        Text name,
        Currency currency,
        boolean live,
        boolean testmode,
        boolean isPublic,
        boolean series,
        Instant dateFrom,
        @Nullable Instant dateTo,
        @Nullable Instant dateAdmission,
        @Nullable Instant presaleStart,
        @Nullable Instant presaleEnd,
        Text location,
        ZoneId zone,
        String locale,
        Set<String> plugins,
        @Nullable Long seatingPlan,
        Map<String, Long> seatCategories,
        @Nullable Set<String> salesChannels) {

    public EventDetails {
        plugins = Set.copyOf(plugins);
        seatCategories = Map.copyOf(seatCategories);
        salesChannels = salesChannels == null ? null : Set.copyOf(salesChannels);
    }
}
