package org.gatebook.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads events, never past the horizon: up to there every position is visible or will never be, so that who has read up
 * to a position has missed nothing before it (design, section 3).
 */
public interface EventReader {

    /** The position up to which everything is visible or dead, as of now; 0 when there is nothing. */
    long horizon();

    /** The newest position that was drawn, by whoever is still at work too; 0 if none was. */
    long drawn();

    /**
     * The horizon as soon as it has reached the newest position drawn so far; when a long transaction keeps it back for
     * longer than the patience, what it is then. For who reads the whole log once.
     */
    long horizon(Duration patience);

    /** The next events after this position, in order, at most so many. */
    List<RecordedEvent> after(long position, int limit);

    /** The events of a stream after this sequence (-1 = all), as the current transaction sees them. */
    List<RecordedEvent> ofAggregate(String aggregateId, long afterSequence);

    /** As {@link #after}, undecoded: for checks that must survive unknown names. */
    List<StoredEvent> storedAfter(long position, int limit);

    /** The event of stored text. @throws RuntimeException if its name or revision is unknown */
    RecordedEvent decode(StoredEvent stored);

    /** Events of stored text; the keys of all their subjects are fetched in one go. */
    List<RecordedEvent> decode(List<StoredEvent> stored);

    /** The event of stored text with its personal and bearer values left closed, as if erased; no key is fetched. */
    RecordedEvent decodeClosed(StoredEvent stored);

    /** All events after one position and up to another, in order, in batches, each read in a transaction of its own. */
    void stream(long after, long upTo, int batch, Consumer<List<RecordedEvent>> consumer);

    /**
     * All events up to a position whose streams are of this kind, by stream and sequence, in batches; a stream may be cut
     * by the end of a batch. For rebuilds.
     *
     * @param aggregateType the streams' kind, for example {@code giftcard}
     */
    void streamByAggregate(String aggregateType, long upTo, int batch, Consumer<List<RecordedEvent>> consumer);

    /**
     * An event as it is stored.
     *
     * @param name the logical name
     * @param revision the payload's revision
     * @param payload JSON text, sealed values sealed
     * @param metadata JSON text of {@link AuditMetadata}
     */
    record StoredEvent(
            long position,
            Instant recordedAt,
            String eventId,
            String aggregateType,
            String aggregateId,
            long sequence,
            String name,
            int revision,
            String organizer,
            String payload,
            String metadata) {}
}
