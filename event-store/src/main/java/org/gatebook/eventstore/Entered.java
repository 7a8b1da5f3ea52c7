package org.gatebook.eventstore;

import java.time.Instant;

/**
 * What the opening statement of a unit found.
 *
 * @param now the database's clock
 * @param clientId an id that no other unit has; 0 in a read unit
 * @param directoryVersion version of what belongs to no single organizer (credentials); 0 when never written
 * @param organizerVersion version of the organizer's supporting data; 0 when never written or none was asked for
 * @param eventVersion version of the event's supporting data; 0 when never written or none was asked for
 * @param readSchema the schema of the active read models, already on the search path
 * @param idempotency what became of the key
 */
public record Entered(
        Instant now,
        long clientId,
        long directoryVersion,
        long organizerVersion,
        long eventVersion,
        String readSchema,
        Idempotency idempotency) {

    /** The same with another clock. */
    public Entered at(Instant moment) {
        return new Entered(moment, clientId, directoryVersion, organizerVersion, eventVersion, readSchema, idempotency);
    }

    /** The same for a unit that may write. */
    public Entered withClientId(long id) {
        return new Entered(now, id, directoryVersion, organizerVersion, eventVersion, readSchema, idempotency);
    }

    /** What became of the idempotency key. */
    public sealed interface Idempotency {
        /** The client sent no key. */
        record None() implements Idempotency {}

        /** The key is new and now locked by this unit; the answer will be recorded. */
        record Fresh() implements Idempotency {}

        /** Another unit is at work under this key. */
        record Busy() implements Idempotency {}

        /** The key was used before and this was the answer. */
        record Stored(StoredAnswer answer) implements Idempotency {}
    }

    /**
     * An answer as it was given, without any idea of HTTP beyond the number.
     *
     * @param status the status
     * @param headers as text, in a form that its writer chose
     * @param body the bytes sent; never changed and never compared
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record StoredAnswer(int status, String headers, byte[] body) {}
}
