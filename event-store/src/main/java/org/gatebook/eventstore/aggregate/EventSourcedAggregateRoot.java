package org.gatebook.eventstore.aggregate;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.log.MetadataKeys;
import org.jspecify.annotations.Nullable;

/**
 * The shell that Axon sees around an immutable state and two pure functions. A subclass has a constructor without
 * parameters, one method a command, marked {@link Decides} and ending in {@link #settle}, and {@link #evolve}.
 *
 * @param <S> the state, a record or a sealed interface of records
 * @param <E> the events, a sealed interface
 */
@AggregateRoot
public abstract class EventSourcedAggregateRoot<S, E extends DomainEvent> {

    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable S state;

    private final Class<E> events;

    /** @param events the sealed interface of the aggregate's events */
    protected EventSourcedAggregateRoot(Class<E> events) {
        this.events = events;
    }

    /** The state after this event; pure. */
    protected abstract S evolve(@Nullable S before, E event);

    /** Whose stream it is, by its state. */
    protected abstract OrganizerSlug organizer(S of);

    /** The event that its facts belong to, by its state; null for what belongs to the organizer alone. */
    protected @Nullable EventSlug event(S of) {
        return null;
    }

    /** The present state; null as long as nothing happened. */
    protected final @Nullable S state() {
        return state;
    }

    /** Turns what was decided into staged events and the answer to the sender. */
    protected final <R> Decision<R> settle(AggregateCommand<R> command, Outcome<E, R> outcome) {
        if (id == null) {
            id = command.aggregateId();
        }
        return switch (outcome) {
            case Outcome.Accepted<E, R> accepted -> {
                accepted.events().forEach(this::apply);
                yield new Decision.Accepted<>(accepted.result());
            }
            case Outcome.Refused<E, R> refused -> {
                refused.eventsKept().forEach(this::apply);
                yield new Decision.Refused<>(
                        refused.refusal(), !refused.eventsKept().isEmpty());
            }
        };
    }

    private void apply(E event) {
        S after = evolve(state, event);
        MetaData owner = MetaData.with(MetadataKeys.ORGANIZER, organizer(after).value());
        EventSlug slug = event(after);
        AggregateLifecycle.apply(event, slug == null ? owner : owner.and(MetadataKeys.EVENT, slug.value()));
    }

    @EventSourcingHandler
    void on(DomainEvent event, DomainEventMessage<?> message) {
        if (id == null) {
            id = message.getAggregateIdentifier();
        }
        state = evolve(state, events.cast(event));
    }

    final void restore(String aggregateId, @Nullable S restored) {
        id = aggregateId;
        state = restored;
    }

    final S evolveBlind(@Nullable S before, DomainEvent event) {
        return evolve(before, events.cast(event));
    }
}
