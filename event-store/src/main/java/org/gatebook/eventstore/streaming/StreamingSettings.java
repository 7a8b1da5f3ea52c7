package org.gatebook.eventstore.streaming;

import java.time.Duration;

/**
 * How streaming processors read.
 *
 * @param batch events of one transaction, at most
 * @param claimTimeout after which another node takes over from one that is gone
 */
public record StreamingSettings(int batch, Duration claimTimeout) {

    /** What measurements recommend. */
    public static StreamingSettings standard() {
        return new StreamingSettings(250, Duration.ofSeconds(30));
    }
}
