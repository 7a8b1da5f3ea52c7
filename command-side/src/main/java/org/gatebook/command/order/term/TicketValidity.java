package org.gatebook.command.order.term;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.gatebook.api.offer.Validity;
import org.jspecify.annotations.Nullable;

/**
 * From when until when a ticket is good, as its product has it (behaviour notes, orders 7.9).
 *
 * @param from null if at once
 * @param until null if for ever
 */
public record TicketValidity(
        @Nullable Instant from, @Nullable Instant until) {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    /**
     * What the product gives.
     *
     * @param wanted the start that the buyer would like; null for now
     * @param zone the event's time zone, in which days and months are counted
     */
    public static TicketValidity of(Validity validity, @Nullable Instant wanted, Instant now, ZoneId zone) {
        return switch (validity) {
            case Validity.Unlimited unlimited -> new TicketValidity(null, null);
            case Validity.Fixed fixed -> new TicketValidity(fixed.from(), fixed.until());
            case Validity.Dynamic dynamic -> {
                Instant start = start(dynamic, wanted, now);
                yield new TicketValidity(start, end(dynamic, start.atZone(zone)));
            }
        };
    }

    private static Instant start(Validity.Dynamic validity, @Nullable Instant wanted, Instant now) {
        Instant start = wanted == null || !validity.startChoice() ? now : wanted;
        Integer limit = validity.startChoiceDayLimit();
        if (limit == null) {
            return start;
        }
        Instant latest = now.plus(Duration.ofDays(limit));
        return start.isAfter(latest) ? latest : start;
    }

    private static Instant end(Validity.Dynamic validity, ZonedDateTime start) {
        ZonedDateTime end = start;
        if (validity.months() > 0) {
            LocalDate day = monthsLater(start.toLocalDate().minusDays(1), validity.months())
                    .plusDays(validity.days());
            end = day.atTime(END_OF_DAY).atZone(start.getZone());
        } else if (validity.days() > 0) {
            end = start.toLocalDate()
                    .plusDays(validity.days() - 1L)
                    .atTime(END_OF_DAY)
                    .atZone(start.getZone());
        }
        // By the clock on the wall, as the reference adds: where the hour between is skipped, the ticket ends an hour
        // sooner, and an end in the skipped hour itself moves behind it.
        return end.toLocalDateTime()
                .plusHours(validity.hours())
                .plusMinutes(validity.minutes())
                .atZone(start.getZone())
                .toInstant();
    }

    /** From the last day of a month to the last day of another one. */
    private static LocalDate monthsLater(LocalDate day, int months) {
        YearMonth target = YearMonth.from(day).plusMonths(months);
        boolean lastOfMonth = day.getDayOfMonth() == day.lengthOfMonth();
        return lastOfMonth
                ? target.atEndOfMonth()
                : target.atDay(Math.min(day.getDayOfMonth(), target.lengthOfMonth()));
    }
}
