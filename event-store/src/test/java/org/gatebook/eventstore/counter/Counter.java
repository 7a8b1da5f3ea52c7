package org.gatebook.eventstore.counter;

import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.personal.Personal;
import org.gatebook.eventstore.aggregate.AggregateType;
import org.gatebook.eventstore.aggregate.Decides;
import org.gatebook.eventstore.aggregate.EventSourcedAggregateRoot;
import org.gatebook.eventstore.counter.Counter.CounterState;
import org.gatebook.eventstore.counter.CounterCommand.OpenCounter;
import org.gatebook.eventstore.counter.CounterCommand.RaiseCounter;
import org.gatebook.eventstore.counter.CounterEvent.CounterOpened;
import org.gatebook.eventstore.counter.CounterEvent.CounterRaised;

/** A number that only grows, up to a limit. */
public final class Counter extends EventSourcedAggregateRoot<CounterState, CounterEvent> {

    public record CounterState(OrganizerSlug organizer, Personal<String> owner, long value) {}

    public static final AggregateType<Counter, CounterState, CounterEvent> TYPE =
            new AggregateType<>("counter", Counter.class, Counter::new, CounterState.class, 1, CounterEvent.class);

    public Counter() {
        super(CounterEvent.class);
    }

    @Decides
    Decision<Long> decide(OpenCounter command) {
        return settle(
                command,
                state() == null
                        ? Outcome.accepted(0L, List.of(CounterOpened.of(command.aggregateId())))
                        : Outcome.refused(Refusal.conflict("counter_exists", "id", "Exists.")));
    }

    @Decides
    Decision<Long> decide(RaiseCounter command) {
        CounterState state = state();
        if (state == null) {
            return settle(command, Outcome.refused(Refusal.notFound()));
        }
        long value = state.value() + command.by();
        return settle(
                command,
                value > command.limit()
                        ? Outcome.refused(Refusal.conflict("counter_full", "by", "Full."))
                        : Outcome.accepted(value, List.of(new CounterRaised(command.by()))));
    }

    @Override
    protected CounterState evolve(CounterState before, CounterEvent event) {
        return switch (event) {
            case CounterOpened opened -> new CounterState(opened.organizer(), opened.owner(), 0);
            case CounterRaised raised ->
                new CounterState(before.organizer(), before.owner(), before.value() + raised.by());
        };
    }

    @Override
    protected OrganizerSlug organizer(CounterState of) {
        return of.organizer();
    }
}
