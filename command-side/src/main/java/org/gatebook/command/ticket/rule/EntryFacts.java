package org.gatebook.command.ticket.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.gatebook.api.ticket.Door.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * What rules may ask about (behaviour notes, check-in 4.7). Days are those of the event's time zone.
 *
 * @param at the moment of the scan, by the device's own clock if it sent a time
 * @param variation null for products without variations
 * @param gate null if the scanner stands at none
 * @param passages accepted scans of the ticket on the list, the oldest first
 */
public record EntryFacts(
        Instant at,
        long product,
        @Nullable Long variation,
        @Nullable Long gate,
        List<Passage> passages,
        Occasion occasion) {

    /** What stands for "never" where minutes are counted: comparing with nothing is different on every platform. */
    private static final long NEVER = -1;

    public EntryFacts {
        passages = List.copyOf(passages);
    }

    /**
     * A ticket that passed the list.
     *
     * @param entry whether inwards
     */
    public record Passage(boolean entry, Instant at) {}

    long entries(Predicate<Instant> when) {
        return passages.stream().filter(p -> p.entry() && when.test(p.at())).count();
    }

    long daysWithEntry(Predicate<Instant> when) {
        return passages.stream()
                .filter(p -> p.entry() && when.test(p.at()))
                .map(p -> day(p.at()))
                .distinct()
                .count();
    }

    /** The value of a variable; null for a variation or gate that is not there. */
    @Nullable
    Object variable(String name) {
        return switch (name) {
            case "now" -> at;
            case "now_isoweekday" ->
                (long) at.atZone(occasion.zone()).getDayOfWeek().getValue();
            case "product" -> product;
            case "variation" -> variation;
            case "gate" -> gate;
            case "entry_status" -> isInside() ? "present" : "absent";
            case "entries_number" -> entries(any -> true);
            case "entries_today" -> entries(Predicate.not(this::isBeforeToday));
            case "entries_days" -> daysWithEntry(any -> true);
            case "minutes_since_last_entry" -> minutesSince(passages.reversed());
            case "minutes_since_first_entry" -> minutesSince(passages);
            default -> throw new UnusableRule("no variable is called " + name);
        };
    }

    private boolean isInside() {
        return !passages.isEmpty() && passages.getLast().entry();
    }

    private boolean isBeforeToday(Instant moment) {
        return moment.isBefore(day(at).atStartOfDay(occasion.zone()).toInstant());
    }

    private long minutesSince(List<Passage> inOrder) {
        return inOrder.stream()
                .filter(Passage::entry)
                .findFirst()
                .map(p -> Math.floorDiv(Duration.between(p.at(), at).toMillis(), 60_000L))
                .orElse(NEVER);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, occasion.zone());
    }
}
