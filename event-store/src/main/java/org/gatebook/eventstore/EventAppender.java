package org.gatebook.eventstore;

import org.gatebook.api.event.DomainEvent;

/** Stores facts of streams that no aggregate decides about: supporting data, scans of unknown codes. */
@FunctionalInterface
public interface EventAppender {

    /**
     * Stages an event of the current write unit; it is stored, in order with those of aggregates, when the unit ends.
     *
     * @param aggregateType the stream's kind
     * @param aggregateId the stream, {@code kind:number}
     * @param sequence its place in the stream, counted from 0; taken already means that the unit is repeated
     */
    void append(String aggregateType, String aggregateId, long sequence, DomainEvent event);
}
