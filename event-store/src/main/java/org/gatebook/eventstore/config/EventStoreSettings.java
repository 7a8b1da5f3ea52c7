package org.gatebook.eventstore.config;

import java.time.Duration;

/**
 * What the event store must be told.
 *
 * @param softwareVersion goes into every event's metadata
 * @param tries how often a unit runs at most before it gives up to collisions
 * @param pollInterval between two looks for new events, 50 to 100 ms
 * @param streamBatch how many events a streaming processor reads at once
 */
public record EventStoreSettings(String softwareVersion, int tries, Duration pollInterval, int streamBatch) {

    /** The usual ones: 12 tries, 75 ms, batches of 500. */
    public static EventStoreSettings usual(String softwareVersion) {
        return new EventStoreSettings(softwareVersion, 12, Duration.ofMillis(75), 500);
    }
}
