package org.gatebook.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gatebook.benchmarks.load.ClosedLoop.Result;

/** What rounds of the same measurement come to: the median round, because single rounds catch the machine's moods. */
public final class Figures {

    private final List<Result> rounds = new ArrayList<>();

    /** Adds a round that was metered at the server, at PostgreSQL and at the generator. */
    public void add(Result round) {
        rounds.add(round);
    }

    public double perSecond() {
        return median().perSecond();
    }

    /** Rate, times, and what a request costs each of the three in processor time. */
    public String row() {
        Result median = median();
        return String.format(
                Locale.ROOT,
                "%,.0f/s | %s | %s | %s | %s | %s",
                median.perSecond(),
                millis(median.p50()),
                millis(median.p99()),
                micros(median.spent().get(0), median.steps()),
                micros(median.spent().get(1), median.steps()),
                micros(median.spent().get(2), median.steps()));
    }

    private Result median() {
        List<Result> sorted = rounds.stream()
                .sorted(Comparator.comparingDouble(Result::perSecond))
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / 1e6);
    }

    private static String micros(Duration spent, long steps) {
        return String.format(Locale.ROOT, "%,d µs", spent.toNanos() / 1_000 / steps);
    }
}
