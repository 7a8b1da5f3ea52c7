package org.gatebook.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gatebook.benchmarks.ClosedLoop.Result;

/** What rounds of the same measurement come to: the median round, because single rounds catch the machine's moods. */
final class Figures {

    private final List<Result> rounds = new ArrayList<>();

    void add(Result round) {
        rounds.add(round);
    }

    double perSecond() {
        return median().perSecond();
    }

    String row() {
        Result median = median();
        return String.format(
                Locale.ROOT, "%,.0f/s | %s | %s", median.perSecond(), millis(median.p50()), millis(median.p99()));
    }

    private Result median() {
        List<Result> sorted = rounds.stream()
                .sorted((a, b) -> Double.compare(a.perSecond(), b.perSecond()))
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / 1e6);
    }
}
