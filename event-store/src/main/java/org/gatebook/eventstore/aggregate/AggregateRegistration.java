package org.gatebook.eventstore.aggregate;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.registry.EventCodec;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes declared aggregates answer to their commands. */
public final class AggregateRegistration {

    /** Commands say their stream themselves. */
    public static final CommandTargetResolver TARGET = command ->
            new VersionedAggregateIdentifier((Object) ((AggregateCommand<?>) command.getPayload()).aggregateId(), null);

    private final CommandBus commands;
    private final EventStore events;
    private final AggregateStreams streams;
    private final ParameterResolverFactory parameters;
    private final List<FreshRepository<?, ?, ?>> repositories = new CopyOnWriteArrayList<>();

    /** @param parameters resolves what command handlers take beside the command */
    public AggregateRegistration(
            CommandBus commands,
            EventStore events,
            JdbcTemplate jdbc,
            EventCodec codec,
            SubjectKeys keys,
            ParameterResolverFactory parameters) {
        this.commands = commands;
        this.events = events;
        this.parameters = parameters;
        this.streams = new AggregateStreams(jdbc, codec, keys);
    }

    /** Forgets the cached states of these streams. */
    public void forget(Collection<String> streams) {
        repositories.forEach(repository -> repository.forget(streams));
    }

    /** From now on the aggregate decides about its commands. */
    public <A extends EventSourcedAggregateRoot<S, E>, S, E extends DomainEvent> void register(
            AggregateType<A, S, E> type) {
        FreshRepository<A, S, E> repository = new FreshRepository<>(type, streams, events, parameters);
        repositories.add(repository);
        AggregateAnnotationCommandHandler.<A>builder()
                .aggregateType(type.type())
                .repository(repository)
                .parameterResolverFactory(parameters)
                .commandTargetResolver(TARGET)
                .build()
                .subscribe(commands);
    }
}
