package org.gatebook.command.order.term;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A day that a setting names, or describes by its distance from another one: {@code 2030-05-01}, {@code
 * RELDATE/3/-/date_from/} (so many days before), {@code RELDATE/minutes/30/date_from/}; {@code after} at the end turns the
 * direction. Settings are checked when they are written; what cannot be read is no day.
 */
final class RelativeMoment {

    private static final String PREFIX = "RELDATE";
    private static final String MINUTES = "minutes";
    private static final String AFTER = "after";

    private RelativeMoment() {}

    /**
     * The day, in the event's time zone.
     *
     * @param base the moments that it may be relative to, by their names in the API; null where nobody has said it
     */
    static @Nullable LocalDate day(String setting, ZoneId zone, Function<String, @Nullable Instant> base) {
        if (!setting.startsWith(PREFIX)) {
            return absolute(setting, zone);
        }
        List<String> parts = List.of(setting.split("/", -1));
        try {
            return parts.get(1).equals(MINUTES) ? byMinutes(parts, zone, base) : byDays(parts, zone, base);
        } catch (NumberFormatException | IndexOutOfBoundsException | DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable LocalDate absolute(String setting, ZoneId zone) {
        try {
            return setting.contains("T")
                    ? ZonedDateTime.parse(setting).withZoneSameInstant(zone).toLocalDate()
                    : LocalDate.parse(setting);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static @Nullable LocalDate byMinutes(
            List<String> parts, ZoneId zone, Function<String, @Nullable Instant> base) {
        Instant from = base.apply(parts.get(3));
        return from == null
                ? null
                : from.plus(Duration.ofMinutes(direction(parts) * Long.parseLong(parts.get(2))))
                        .atZone(zone)
                        .toLocalDate();
    }

    private static @Nullable LocalDate byDays(
            List<String> parts, ZoneId zone, Function<String, @Nullable Instant> base) {
        Instant from = base.apply(parts.get(3));
        if (from == null) {
            return null;
        }
        return from.atZone(zone).toLocalDate().plusDays(direction(parts) * Long.parseLong(parts.get(1)));
    }

    private static int direction(List<String> parts) {
        return parts.size() > 4 && parts.get(4).equals(AFTER) ? 1 : -1;
    }
}
