package org.gatebook.eventstore.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.AuditMetadata;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.registry.EventCodec;
import org.gatebook.eventstore.registry.EventRegistry.Registered;
import org.gatebook.eventstore.registry.EventVocabulary;
import org.gatebook.eventstore.sealing.SealedText;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Axon's storage engine over the plain table of the log. Appending is one statement, whatever the number of events. */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    /** Far below PostgreSQL's limit of 65,535 parameters a statement. */
    private static final int MAXIMUM_ROWS = 1_000;

    private static final int READ_BATCH = 500;

    private final JdbcTemplate jdbc;
    private final EventCodec codec;
    private final EventVocabulary vocabulary;
    private final SubjectKeys keys;
    private final MetadataCompletion completion;
    private final EventReader reader;
    private final Map<Integer, String> statements = new ConcurrentHashMap<>();

    /** @param softwareVersion goes into every event's metadata */
    public PostgresEventStorageEngine(
            JdbcTemplate jdbc,
            EventCodec codec,
            EventVocabulary vocabulary,
            SubjectKeys keys,
            EventReader reader,
            String softwareVersion) {
        this.jdbc = jdbc;
        this.vocabulary = vocabulary;
        this.codec = codec;
        this.keys = keys;
        this.reader = reader;
        this.completion = new MetadataCompletion(new SealedText(keys), softwareVersion);
    }

    /**
     * Appends these events under the audit context of the current unit.
     *
     * @return them as they stand in the log, in order
     * @throws AuditContext.IncompleteAudit if the unit does not know who acts for whom
     */
    public List<RecordedEvent> record(List<? extends EventMessage<?>> events) {
        List<RecordedEvent> recorded = new ArrayList<>(events.size());
        for (int start = 0; start < events.size(); start += MAXIMUM_ROWS) {
            recorded.addAll(insert(events.subList(start, Math.min(events.size(), start + MAXIMUM_ROWS))));
        }
        return recorded;
    }

    private List<RecordedEvent> insert(List<? extends EventMessage<?>> events) {
        AuditContext unit = CurrentAudit.get();
        List<Staged> staged = new ArrayList<>(events.size());
        List<SubjectId> subjects = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            subjects.add(new SubjectId(domainEvent(event).getAggregateIdentifier()));
        }
        keys.obtainAll(subjects);
        vocabulary.note(
                events.stream().map(event -> registered(domainEvent(event))).toList());
        for (EventMessage<?> event : events) {
            staged.add(staged(domainEvent(event), unit));
        }
        String sql = statements.computeIfAbsent(events.size(), PostgresEventStorageEngine::insertStatement);
        List<RecordedEvent> recorded = jdbc.query(
                sql,
                statement -> {
                    int parameter = 0;
                    for (Staged event : staged) {
                        parameter = bind(statement, parameter, event);
                    }
                },
                (row, index) -> staged.get(index)
                        .recorded(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant()));
        if (recorded.size() != staged.size()) {
            throw new IllegalStateException("stored " + recorded.size() + " of " + staged.size() + " events");
        }
        return recorded;
    }

    private int bind(PreparedStatement statement, int before, Staged event) throws SQLException {
        Registered registered = registered(event.message());
        int parameter = before;
        statement.setString(++parameter, event.message().getIdentifier());
        statement.setString(++parameter, event.aggregateType());
        statement.setString(++parameter, event.message().getAggregateIdentifier());
        statement.setLong(++parameter, event.message().getSequenceNumber());
        statement.setString(++parameter, registered.name());
        statement.setInt(++parameter, registered.revision());
        statement.setString(++parameter, event.metadata().organizer().value());
        statement.setString(++parameter, event.text());
        statement.setString(++parameter, codec.write(event.metadata()));
        return parameter;
    }

    private Registered registered(DomainEventMessage<?> message) {
        return codec.registry().of(((DomainEvent) message.getPayload()).getClass());
    }

    private static String insertStatement(int rows) {
        String row = "(?::uuid, ?, ?, ?, ?, ?, ?, ?::json, ?::json)";
        return """
                insert into events.event
                    (event_id, aggregate_type, aggregate_id, sequence, name, revision, organizer, payload, metadata)
                values
                """ + String.join(", ", java.util.Collections.nCopies(rows, row)) + " returning position,"
                + " recorded_at";
    }

    private static DomainEventMessage<?> domainEvent(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domainEvent && event.getPayload() instanceof DomainEvent) {
            return domainEvent;
        }
        throw new IllegalArgumentException(
                event.getPayloadType().getName() + " is no event of a stream and cannot be stored");
    }

    /** Of subjects that were erased nothing is stored any more; so nothing is projected either, or a replay would differ. */
    private Staged staged(DomainEventMessage<?> message, AuditContext unit) {
        DomainEvent payload = (DomainEvent) message.getPayload();
        String text = codec.write(payload);
        if (SealedText.lacksValues(text)) {
            Registered registered = registered(message);
            payload = codec.read(registered.name(), registered.revision(), text);
        }
        return new Staged(message, payload, text, completion.complete(message, unit));
    }

    private record Staged(DomainEventMessage<?> message, DomainEvent payload, String text, AuditMetadata metadata) {

        /** The kind in the stream's id; Axon's type would be the name of a class. */
        String aggregateType() {
            String id = message.getAggregateIdentifier();
            return id.substring(0, id.indexOf(':'));
        }

        RecordedEvent recorded(long position, Instant at) {
            return new RecordedEvent(
                    position,
                    at,
                    message.getIdentifier(),
                    aggregateType(),
                    message.getAggregateIdentifier(),
                    message.getSequenceNumber(),
                    payload,
                    metadata);
        }
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        record(events);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return reader.after(Tokens.position(token), READ_BATCH).stream().map(RecordedEventMessage::new);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (RecordedEvent event : reader.ofAggregate(aggregateId, firstSequence - 1)) {
            events.add(new GenericDomainEventMessage<>(
                    event.aggregateType(),
                    aggregateId,
                    event.sequence(),
                    event.payload(),
                    Map.of(),
                    event.eventId(),
                    event.recordedAt()));
        }
        return DomainEventStream.of(events);
    }

    /** Snapshots are states, not messages; the repository keeps them. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("snapshots are kept by the repository");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return Optional.ofNullable(jdbc.queryForObject(
                "select max(sequence) from events.event where aggregate_id = ?", Long.class, aggregateId));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.horizon());
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        Long before = jdbc.queryForObject(
                "select coalesce(min(position) - 1, (select coalesce(max(position), 0) from events.event))"
                        + " from events.event where recorded_at >= ?",
                Long.class,
                moment.atOffset(java.time.ZoneOffset.UTC));
        return new GlobalSequenceTrackingToken(before == null ? 0 : before);
    }
}
