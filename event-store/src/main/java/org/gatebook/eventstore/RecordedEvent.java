package org.gatebook.eventstore;

import java.time.Instant;
import org.gatebook.api.event.DomainEvent;

/**
 * An event as it stands in the log.
 *
 * @param position its place in the one order of all events; growing, with gaps
 * @param recordedAt when it was written, drawn by the database after the position
 * @param eventId a UUID
 * @param aggregateType the stream's kind, for example {@code giftcard}
 * @param aggregateId the stream, for example {@code giftcard:100123}
 * @param sequence its place in the stream, counted from 0 without gaps
 * @param payload the fact
 * @param metadata who, where, through what
 */
public record RecordedEvent(
        long position,
        Instant recordedAt,
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        DomainEvent payload,
        AuditMetadata metadata) {}
