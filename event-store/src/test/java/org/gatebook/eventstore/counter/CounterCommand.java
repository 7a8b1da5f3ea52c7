package org.gatebook.eventstore.counter;

import org.gatebook.api.command.AggregateCommand;

/** What may be asked of a counter; the answer is its value. */
public sealed interface CounterCommand extends AggregateCommand<Long> {

    record OpenCounter(String aggregateId) implements CounterCommand {}

    /** Refused above the limit. */
    record RaiseCounter(String aggregateId, long by, long limit) implements CounterCommand {}
}
