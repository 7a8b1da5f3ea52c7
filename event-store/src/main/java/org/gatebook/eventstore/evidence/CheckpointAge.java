package org.gatebook.eventstore.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest checkpoint and what has happened since.
 *
 * @param size how many events it covers
 * @param position of the last of them
 * @param writtenAt when it was signed
 * @param uncoveredSince when the first event behind it was recorded; null if there is none
 */
public record CheckpointAge(
        long size,
        long position,
        Instant writtenAt,
        @Nullable Instant uncoveredSince) {}
