package org.gatebook.eventstore.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store: stages what is published in a unit and, when the unit prepares its commit, appends all of it with
 * one statement and hands the recorded events to the inline projections. What a projection throws ends the unit.
 *
 * <p>Events are staged with the root unit, not with each command's nested one as Axon's own store does, so that several
 * commands of a request still cost one insert.
 */
public final class RecordingEventStore implements EventStore, EventAppender {

    private static final String STAGED = RecordingEventStore.class.getName() + ".staged";

    private static final String STORED = RecordingEventStore.class.getName() + ".stored";

    private volatile long newest;
    private final PostgresEventStorageEngine engine;
    private final EventPolling polling;
    private final List<InlineProjection> projections;
    private final List<Consumer<List<? extends EventMessage<?>>>> subscribers = new CopyOnWriteArrayList<>();
    private final List<MessageDispatchInterceptor<? super EventMessage<?>>> interceptors = new CopyOnWriteArrayList<>();

    /** @param projections run in this order, in the transaction of the events */
    public RecordingEventStore(
            PostgresEventStorageEngine engine, EventPolling polling, List<? extends InlineProjection> projections) {
        this.engine = engine;
        this.polling = polling;
        this.projections = List.copyOf(projections);
    }

    @Override
    public void append(String aggregateType, String aggregateId, long sequence, DomainEvent event) {
        publish(List.of(new GenericDomainEventMessage<>(aggregateType, aggregateId, sequence, event)));
    }

    @Override
    public void append(
            String aggregateType,
            String aggregateId,
            long sequence,
            OrganizerSlug organizer,
            @Nullable EventSlug eventSlug,
            DomainEvent event) {
        MetaData owner = MetaData.with(MetadataKeys.ORGANIZER, organizer.value())
                .and(MetadataKeys.EVENT, eventSlug == null ? MetadataKeys.NO_EVENT : eventSlug.value());
        publish(List.of(new GenericDomainEventMessage<>(aggregateType, aggregateId, sequence, event, owner)));
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (!CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("events are stored in write units only");
        }
        staged(CurrentUnitOfWork.get().root()).addAll(intercepted(events));
    }

    private List<EventMessage<?>> staged(UnitOfWork<?> root) {
        List<EventMessage<?>> present = root.getResource(STAGED);
        if (present != null) {
            return present;
        }
        List<EventMessage<?>> fresh = new ArrayList<>();
        root.resources().put(STAGED, fresh);
        if (root.phase() == UnitOfWork.Phase.STARTED) {
            root.onPrepareCommit(unit -> flush());
        }
        return fresh;
    }

    /**
     * Appends and projects what is staged in the current unit. Called when the commit is prepared; a unit calls it again
     * when making the answer has staged more.
     */
    public void flush() {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> events = root.getResource(STAGED);
        while (events != null) {
            root.resources().remove(STAGED);
            List<RecordedEvent> recorded = engine.record(events);
            if (!recorded.isEmpty()) {
                long last = recorded.getLast().position();
                root.resources().put(STORED, last);
                newest = last;
            }
            projections.forEach(projection -> projection.project(recorded));
            if (!subscribers.isEmpty()) {
                List<RecordedEventMessage> messages =
                        recorded.stream().map(RecordedEventMessage::new).toList();
                subscribers.forEach(subscriber -> subscriber.accept(messages));
            }
            events = root.getResource(STAGED);
        }
    }

    /** The position that a unit of this node has appended last, committed or not: a sign of how busy it is. */
    public long newest() {
        return newest;
    }

    /** The position of the last event that the current unit has appended; 0 if none. */
    public long storedUpTo() {
        Long position = CurrentUnitOfWork.get().root().getResource(STORED);
        return position == null ? 0 : position;
    }

    @SuppressWarnings("unchecked")
    private List<EventMessage<?>> intercepted(List<? extends EventMessage<?>> events) {
        List<EventMessage<?>> result = new ArrayList<>(events);
        for (MessageDispatchInterceptor<? super EventMessage<?>> interceptor : interceptors) {
            MessageDispatchInterceptor<EventMessage<?>> narrowed =
                    (MessageDispatchInterceptor<EventMessage<?>>) interceptor;
            BiFunction<Integer, EventMessage<?>, EventMessage<?>> change = narrowed.handle(List.copyOf(result));
            result.replaceAll(new UnaryOperator<>() {
                private int index;

                @Override
                public EventMessage<?> apply(EventMessage<?> event) {
                    return change.apply(index++, event);
                }
            });
        }
        return result;
    }

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super EventMessage<?>> interceptor) {
        interceptors.add(interceptor);
        return () -> interceptors.remove(interceptor);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId) {
        return engine.readEvents(aggregateId, 0);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        return engine.readEvents(aggregateId, firstSequence);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        engine.storeSnapshot(snapshot);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return engine.lastSequenceNumberFor(aggregateId);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return polling.open(Tokens.position(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return engine.createTokenAt(moment);
    }
}
