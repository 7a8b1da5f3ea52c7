package org.gatebook.benchmarks.wire;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What one request sent: between begin and commit, these two left out, or without them.
 *
 * @param readOnly whether it only reads, each statement in a transaction of its own
 * @param trips in order
 */
public record RecordedTransaction(boolean readOnly, List<RoundTrip> trips) {

    public RecordedTransaction {
        trips = List.copyOf(trips);
    }

    /** Whether it served a request, and nothing that a node does by itself. */
    public boolean isOfRequest() {
        return trips.stream()
                .flatMap(trip -> trip.statements().stream())
                .anyMatch(statement -> statement.opensReadUnit() || statement.opensWriteUnit());
    }

    /** Its statements, each on one line; a batch is one. */
    public List<String> statements() {
        return trips.stream()
                .flatMap(trip -> trip.statements().stream())
                .map(RecordedStatement::shown)
                .toList();
    }

    /** The same with only those statements that contain one of these words. */
    public RecordedTransaction only(List<String> words) {
        Predicate<RecordedStatement> kept = statement -> words.stream().anyMatch(statement.sql()::contains);
        return new RecordedTransaction(
                readOnly,
                trips.stream()
                        .map(trip -> trip.only(kept))
                        .filter(Objects::nonNull)
                        .toList());
    }
}
