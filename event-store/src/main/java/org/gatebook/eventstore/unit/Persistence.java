package org.gatebook.eventstore.unit;

import java.time.Duration;

/**
 * How long a unit goes on that collides with others: until it has run so often <em>and</em> has tried for so long. A number
 * of tries alone would be used up in a moment where many want the same stream; a time alone would be used up by a machine that
 * stood still, without a fair try.
 *
 * @param tries how often it runs, at least; positive
 * @param time how long it tries, at least
 */
public record Persistence(int tries, Duration time) {

    private static final Duration LONGEST_AT_FIRST = Duration.ofMillis(16);
    private static final Duration LONGEST_AT_LAST = Duration.ofMillis(100);

    /** 12 tries and 3 seconds. */
    public static Persistence usual() {
        return new Persistence(12, Duration.ofSeconds(3));
    }

    /**
     * @param tried how often it ran
     * @param nanos since it ran first
     */
    boolean endsAfter(int tried, long nanos) {
        return tried >= tries && nanos >= time.toNanos();
    }

    /** The longest pause behind a try: 2 to 16 ms at first, 100 ms when all tries were used up and only the time was not. */
    Duration pauseAfter(int tried) {
        if (tried >= tries) {
            return LONGEST_AT_LAST;
        }
        Duration growing = Duration.ofMillis(1L << Math.min(tried, 10));
        return growing.compareTo(LONGEST_AT_FIRST) < 0 ? growing : LONGEST_AT_FIRST;
    }
}
