package org.gatebook.eventstore.aggregate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.axonframework.modelling.command.LockingRepository;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.StreamHeads;
import org.gatebook.eventstore.aggregate.AggregateStreams.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Loads aggregates for fresh decisions. States are cached per node, but only after the commit, never ahead of the log; and
 * every load catches up with the events after the cached one, whichever node wrote them, before anything is decided,
 * unless the unit has seen that there are none ({@link StreamHeads}). Axon's caching repository does neither.
 *
 * <p>Aggregates stay locked on this node until the database has committed. Between nodes the log decides: the sequence of
 * a stream is unique, and who comes second starts again.
 */
final class FreshRepository<A extends EventSourcedAggregateRoot<S, E>, S, E extends DomainEvent>
        extends LockingRepository<A, EventSourcedAggregate<A>> {

    private static final int MAXIMUM_CACHED = 50_000;

    /**
     * About so many events lie between two snapshots of a stream. Few, because the first request that a node gets for it
     * folds all that lie behind the last one; a write in 25 has one statement more for that.
     */
    private static final long SNAPSHOT_EVERY = 25;

    private final AggregateType<A, S, E> type;
    private final AggregateStreams streams;
    private final EventStore events;
    private final Cache<String, Standing<S>> cache =
            Caffeine.newBuilder().maximumSize(MAXIMUM_CACHED).build();

    FreshRepository(
            AggregateType<A, S, E> type,
            AggregateStreams streams,
            EventStore events,
            ParameterResolverFactory parameters) {
        super(new Builder<>(type.type(), parameters));
        this.type = type;
        this.streams = streams;
        this.events = events;
    }

    private static final class Builder<T> extends LockingRepository.Builder<T> {
        private Builder(Class<T> aggregateType, ParameterResolverFactory parameters) {
            super(aggregateType);
            parameterResolverFactory(parameters);
        }
    }

    /** Never says "not found": a stream without events is an aggregate without state, which refuses by itself. */
    @Override
    protected EventSourcedAggregate<A> doLoadWithLock(String id, @Nullable Long expectedVersion) {
        Standing<S> standing = begins() ? new Standing<>(null, -1) : standing(id);
        A root = type.create().get();
        root.restore(id, standing.state());
        EventSourcedAggregate<A> aggregate = EventSourcedAggregate.reconstruct(
                root,
                aggregateModel(),
                standing.sequence(),
                false,
                events,
                NoSnapshotTriggerDefinition.INSTANCE.prepareTrigger(type.type()));
        CurrentUnitOfWork.get().root().onPrepareCommit(unit -> keepSnapshot(id, root, aggregate, standing.sequence()));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    remember(id, root, aggregate);
                }
            });
        }
        return aggregate;
    }

    void forget(Collection<String> ids) {
        cache.invalidateAll(ids);
    }

    private Standing<S> standing(String id) {
        Standing<S> cached = cache.getIfPresent(id);
        if (cached == null) {
            return streams.loadCold(type, id);
        }
        return UnitHeads.endsAt(id, cached.sequence()) ? cached : streams.catchUp(type, id, cached);
    }

    /** An order of ten tickets would otherwise look for eleven streams that cannot be there. */
    private static boolean begins() {
        Object command = CurrentUnitOfWork.get().getMessage().getPayload();
        return command instanceof AggregateCommand<?> sent && sent.begins();
    }

    private void keepSnapshot(String id, A root, EventSourcedAggregate<A> aggregate, long loaded) {
        Long now = aggregate.version();
        S state = root.state();
        if (now != null && state != null && (now + 1) / SNAPSHOT_EVERY > (loaded + 1) / SNAPSHOT_EVERY) {
            streams.keepSnapshot(type, id, state, now);
        }
    }

    private void remember(String id, A root, EventSourcedAggregate<A> aggregate) {
        Long sequence = aggregate.version();
        if (sequence != null && sequence >= 0) {
            cache.put(id, new Standing<>(root.state(), sequence));
        }
    }

    @Override
    protected EventSourcedAggregate<A> doCreateNewForLock(Callable<A> factory) throws Exception {
        throw new UnsupportedOperationException("aggregates are loaded, even before their first event");
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<A> aggregate) {
        // Events are staged with the event store when they are applied.
    }

    @Override
    protected void doDeleteWithLock(EventSourcedAggregate<A> aggregate) {
        // Nothing is ever deleted.
    }

    @Override
    protected void reportIllegalState(LockAwareAggregate<A, EventSourcedAggregate<A>> aggregate) {
        // A rolled back unit ends as a whole; there is nothing to repair in memory.
    }
}
