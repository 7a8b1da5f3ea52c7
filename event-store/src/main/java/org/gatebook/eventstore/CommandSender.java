package org.gatebook.eventstore;

import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.decision.Decision;

/** Sends commands to their aggregates, inside the current write unit. */
@FunctionalInterface
public interface CommandSender {

    /**
     * Lets the aggregate decide. Its events are staged and stored when the unit ends.
     *
     * @return what it decided; a refusal is a value, exceptions are defects, faults or collisions
     */
    <R> Decision<R> send(AggregateCommand<R> command);
}
