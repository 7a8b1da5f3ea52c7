package org.gatebook.eventstore.config;

import java.time.Duration;
import org.gatebook.eventstore.unit.Persistence;

/**
 * What the event store must be told.
 *
 * @param softwareVersion goes into every event's metadata
 * @param persistence how long a unit goes on that collides with others
 * @param pollInterval between two looks for new events, 50 to 100 ms
 * @param streamBatch how many events a streaming processor reads at once
 */
public record EventStoreSettings(
        String softwareVersion, Persistence persistence, Duration pollInterval, int streamBatch) {

    /** The usual ones: 12 tries and 3 seconds, 75 ms, batches of 500. */
    public static EventStoreSettings usual(String softwareVersion) {
        return new EventStoreSettings(softwareVersion, Persistence.usual(), Duration.ofMillis(75), 500);
    }
}
