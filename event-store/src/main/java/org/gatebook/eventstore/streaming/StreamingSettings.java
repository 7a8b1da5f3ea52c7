package org.gatebook.eventstore.streaming;

import java.time.Duration;

/**
 * How streaming processors read.
 *
 * @param batch events of one transaction, at most
 * @param claimTimeout after which another node takes over from one that is gone
 * @param patience how long a reader waits for a projection that is behind
 */
public record StreamingSettings(int batch, Duration claimTimeout, Duration patience) {

    /** With the usual patience. */
    public StreamingSettings(int batch, Duration claimTimeout) {
        this(batch, claimTimeout, Duration.ofSeconds(5));
    }

    /** Of what yields: so short that the longest rest after it is no longer than it may be. */
    int yieldingBatch() {
        return Math.max(1, batch / 5);
    }

    /** Of who yields: the thread that rests is the one that must say in time that it is still there. */
    Duration longestRest() {
        return claimTimeout.dividedBy(4);
    }

    /** What measurements recommend. */
    public static StreamingSettings standard() {
        return new StreamingSettings(250, Duration.ofSeconds(30));
    }
}
