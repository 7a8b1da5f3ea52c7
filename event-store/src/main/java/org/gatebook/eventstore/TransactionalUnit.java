package org.gatebook.eventstore;

import java.util.function.Supplier;
import org.gatebook.eventstore.Entered.StoredAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One request, one transaction: the database transaction and Axon's root unit of work, opened, committed and rolled back
 * together, repeated as a whole when units collide (design, section 2). HTTP, command line, provisioning and jobs all go
 * through it.
 */
public interface TransactionalUnit {

    /**
     * Runs work that may store events. Conflicts with other units (duplicate key, deadlock, serialization, sequence)
     * repeat all of it on this thread with fresh loads, so it must have no effect outside the database.
     *
     * @return the answer that the work ended with
     * @throws RetriesExhausted when every repetition collided, as long as a unit persists
     */
    <T> T write(Opening opening, AuditContext audit, Work<T> work);

    /** Runs work that only reads, in a read-only transaction. */
    <T> T read(Opening opening, ReadWork<T> work);

    /** From now on, what the current unit stores is recorded under this context. */
    void identify(AuditContext audit);

    /** The context of the current unit. */
    AuditContext audit();

    /**
     * What the current unit was opened for, so that one knows whose versions {@link #entered()} has.
     *
     * @throws IllegalStateException outside of a unit
     */
    Opening opening();

    /**
     * What the opening statement of the current unit found, also in a read unit: whoever keeps things in memory compares
     * its versions with theirs.
     *
     * @throws IllegalStateException outside of a unit
     */
    Entered entered();

    /** Of which moment of the past the current unit reads at present; null: it reads what is. */
    default @Nullable AsOf asOf() {
        return null;
    }

    /**
     * The position of the last event that the current write unit has stored so far; 0 if none.
     *
     * @throws IllegalStateException outside of a write unit
     */
    default long storedUpTo() {
        return 0;
    }

    /**
     * Does something at the end of the current write unit, if its work ends well: when all that the work has staged is
     * stored and projected, and before the answer is made. What it stages itself is stored too. For what follows from the
     * unit as a whole and must see all of it.
     *
     * @throws IllegalStateException outside of a write unit
     */
    void afterwards(Runnable followUp);

    /** Work of a write unit. May run several times. */
    @FunctionalInterface
    interface Work<T> {
        Ending<T> run(Entered entered);

        /** What to keep of this answer for the idempotency key; null = forget it, the key is free again. */
        default @Nullable StoredAnswer toStore(T answer) {
            return null;
        }
    }

    /** Work of a read unit. */
    @FunctionalInterface
    interface ReadWork<T> {
        T run(Entered entered);
    }

    /** How work ends. */
    sealed interface Ending<T> {
        /**
         * Everything is kept. The answer is made after the events were appended and projected, before the commit.
         */
        record Done<T>(Supplier<T> answer) implements Ending<T> {}

        /** Nothing is kept but the record of the answer. */
        record Refused<T>(T answer) implements Ending<T> {}

        /** Nothing is kept at all: a replayed or busy key, for example. */
        record Unchanged<T>(T answer) implements Ending<T> {}

        static <T> Ending<T> done(Supplier<T> answer) {
            return new Done<>(answer);
        }

        static <T> Ending<T> refused(T answer) {
            return new Refused<>(answer);
        }

        static <T> Ending<T> unchanged(T answer) {
            return new Unchanged<>(answer);
        }
    }

    /** Thrown by work that found another unit in its way, for example a conditional update of no row: do it all again. */
    final class Collision extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Collision(String message) {
            super(message);
        }
    }

    /** Every repetition collided with another unit; the client may try again later. */
    final class RetriesExhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RetriesExhausted(int tries, Throwable last) {
            super("gave up after " + tries + " collisions", last);
        }
    }
}
