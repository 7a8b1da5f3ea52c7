package org.gatebook.eventstore;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** Stores facts of streams that no aggregate decides about: supporting data, scans of unknown codes. */
public interface EventAppender {

    /**
     * Stages an event of the current write unit; it is stored, in order with those of aggregates, when the unit ends.
     *
     * @param aggregateType the stream's kind
     * @param aggregateId the stream, {@code kind:number}
     * @param sequence its place in the stream, counted from 0; taken already means that the unit is repeated
     */
    void append(String aggregateType, String aggregateId, long sequence, DomainEvent event);

    /**
     * The same for a stream of this organizer, and perhaps event, whatever the unit's own: a device that pairs names none
     * in its address, and provisioning writes for many.
     *
     * @param eventSlug the event that the fact belongs to; null for facts of the organizer
     */
    void append(
            String aggregateType,
            String aggregateId,
            long sequence,
            OrganizerSlug organizer,
            @Nullable EventSlug eventSlug,
            DomainEvent event);
}
