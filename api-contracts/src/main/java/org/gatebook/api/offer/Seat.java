package org.gatebook.api.offer;

import org.jspecify.annotations.Nullable;

/**
 * A seat of an event or of one of its dates (behaviour notes, orders 10). Who sits on it is not its own knowledge.
 *
 * @param guid its name in the plan, unique within the event or date
 * @param subevent the date; null in events that are no series
 * @param name shown to people
 * @param category of the plan; says which product is sold for it
 * @param blocked whether the organizer keeps it back
 */
public record Seat(
        long id,
        String guid,
        @Nullable Long subevent,
        String name,
        @Nullable String zoneName,
        @Nullable String rowName,
        @Nullable String rowLabel,
        @Nullable String seatLabel,
        @Nullable String seatNumber,
        @Nullable String category,
        boolean blocked) {}
