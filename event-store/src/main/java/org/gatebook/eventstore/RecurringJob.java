package org.gatebook.eventstore;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Work that is due again and again, once for all nodes: any of them does it, and if it dies another one does. Modules
 * declare theirs as beans; the server runs them, outside of any unit.
 *
 * @param name unique; remembered in the database
 * @param every the pause between the end of one run and the next
 * @param work answers with how many things it dealt with; may run again after it failed half-way
 */
public record RecurringJob(String name, Duration every, IntSupplier work) {}
