package org.gatebook.eventstore.aggregate;

import java.util.function.Supplier;
import org.gatebook.api.event.DomainEvent;

/**
 * Declares an aggregate to the event store; one bean of this type is all that a module needs.
 *
 * @param name the streams' kind and the prefix of their ids, for example {@code giftcard}
 * @param type the shell
 * @param create makes an empty shell
 * @param state the state's class, read and written by Jackson for snapshots
 * @param stateForm version of the state's form, counted from 1: a snapshot of another form is not used
 * @param events the sealed interface of its events
 */
public record AggregateType<A extends EventSourcedAggregateRoot<S, E>, S, E extends DomainEvent>(
        String name, Class<A> type, Supplier<A> create, Class<S> state, int stateForm, Class<E> events) {}
