package org.gatebook.eventstore;

import java.time.Duration;
import java.time.LocalTime;
import java.util.function.IntSupplier;

/**
 * Work that is due again and again, once for all nodes: any of them does it, and if it dies another one does. Modules
 * declare theirs as beans; the server runs them, outside of any unit.
 *
 * @param name unique; remembered in the database
 * @param due when it is due
 * @param work answers with how many things it dealt with; may run again after it failed half-way
 */
public record RecurringJob(String name, Due due, IntSupplier work) {

    /** When work is due. */
    public sealed interface Due {

        /**
         * Some time after it was done.
         *
         * @param pause between the end of one run and the next
         */
        record After(Duration pause) implements Due {}

        /**
         * Once a day.
         *
         * @param time in UTC
         */
        record DailyAt(LocalTime time) implements Due {}
    }

    /** @param pause between the end of one run and the next */
    public RecurringJob(String name, Duration pause, IntSupplier work) {
        this(name, new Due.After(pause), work);
    }
}
