package org.gatebook.catalogue.device.selection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Which event a device should stand at (behaviour notes, 4.11). Not every event says when it ends. */
sealed interface Suggestion {

    /** The one it has. */
    record Keep() implements Suggestion {}

    /** There is none. */
    record Nothing() implements Suggestion {}

    /** This one, which may be the one it has. */
    record Take(Happening happening) implements Suggestion {}

    /**
     * Decides. Another event that has opened since and is going on wins even over one that is: doors of the next open
     * while the last one's guests are still inside.
     *
     * @param current where the device stands
     * @param started the one that opened last
     * @param upcoming the one that opens next
     */
    static Suggestion of(
            @Nullable Happening current, @Nullable Happening started, @Nullable Happening upcoming, Instant now) {
        if (started != null && !started.isSame(current) && started.isGoingOn(now)) {
            return new Take(started);
        }
        if (current != null && current.isGoingOn(now)) {
            return new Keep();
        }
        if (started == null || upcoming == null) {
            Happening only = started == null ? upcoming : started;
            return only == null ? new Nothing() : new Take(only);
        }
        return new Take(between(started, upcoming, current == null ? upcoming.zone() : current.zone(), now));
    }

    /** The one of today; if both are, the next one from half-way between them on. */
    private static Happening between(Happening started, Happening upcoming, ZoneId zone, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        boolean startedToday = started.day(zone).equals(today);
        boolean upcomingToday = upcoming.day(zone).equals(today);
        if (startedToday != upcomingToday) {
            return startedToday ? started : upcoming;
        }
        Instant halfWay = started.last()
                .plus(Duration.between(started.last(), upcoming.opens()).dividedBy(2));
        return now.isAfter(halfWay) ? upcoming : started;
    }
}
