package org.gatebook.eventstore;

import java.time.Instant;

/**
 * A point of the past: after these events and before all others.
 *
 * @param position of the last event that had happened; 0 before the first
 * @param moment what the clock said then: the moment that was asked for, or when that event was recorded
 */
public record AsOf(long position, Instant moment) {}
