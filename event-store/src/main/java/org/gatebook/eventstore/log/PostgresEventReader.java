package org.gatebook.eventstore.log;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.registry.EventCodec;
import org.gatebook.eventstore.sealing.SealedText;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the log. */
public final class PostgresEventReader implements EventReader {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final JdbcTemplate jdbc;
    private final Horizon horizon;
    private final EventCodec codec;
    private final SubjectKeys keys;

    public PostgresEventReader(DataSource application, Horizon horizon, EventCodec codec, SubjectKeys keys) {
        this.jdbc = new JdbcTemplate(application);
        this.horizon = horizon;
        this.codec = codec;
        this.keys = keys;
    }

    @Override
    public long horizon() {
        return horizon.current();
    }

    @Override
    public long drawn() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select case when is_called then last_value else 0 end from events.position_seq", Long.class));
    }

    @Override
    public long horizon(Duration patience) {
        long newest = drawn();
        long end = System.nanoTime() + patience.toNanos();
        long reached = horizon.current();
        while (reached < newest && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            reached = horizon.current();
        }
        return reached;
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return decode(storedAfter(position, limit));
    }

    @Override
    public List<StoredEvent> storedAfter(long position, int limit) {
        long upTo = horizon.current();
        return upTo <= position ? List.of() : between(position, upTo, limit);
    }

    private List<StoredEvent> between(long after, long upTo, int limit) {
        return jdbc.query(
                "select " + EventRows.COLUMNS
                        + " from events.event where position > ? and position <= ? order by position limit ?",
                EventRows.STORED,
                after,
                upTo,
                limit);
    }

    @Override
    public List<RecordedEvent> ofAggregate(String aggregateId, long afterSequence) {
        return decode(jdbc.query(
                "select " + EventRows.COLUMNS
                        + " from events.event where aggregate_id = ? and sequence > ? order by sequence",
                EventRows.STORED,
                aggregateId,
                afterSequence));
    }

    @Override
    public RecordedEvent decode(StoredEvent stored) {
        return new RecordedEvent(
                stored.position(),
                stored.recordedAt(),
                stored.eventId(),
                stored.aggregateType(),
                stored.aggregateId(),
                stored.sequence(),
                codec.read(stored.name(), stored.revision(), stored.payload()),
                codec.readMetadata(stored.metadata()));
    }

    @Override
    public List<RecordedEvent> decode(List<StoredEvent> stored) {
        Set<SubjectId> subjects = new LinkedHashSet<>();
        for (StoredEvent event : stored) {
            // Another node may have erased them: what is remembered of their keys may be from before.
            keys.forget(codec.erasedBy(event.name(), event.revision(), event.payload()));
            subjects.addAll(SealedText.subjects(event.payload()));
        }
        return keys.with(subjects, () -> stored.stream().map(this::decode).toList());
    }

    @Override
    public RecordedEvent decodeClosed(StoredEvent stored) {
        return keys.without(SealedText.subjects(stored.payload()), () -> decode(stored));
    }

    @Override
    public void stream(long after, long upTo, int batch, Consumer<List<RecordedEvent>> consumer) {
        long limit = Math.min(upTo, horizon.current());
        long position = after;
        List<StoredEvent> next = between(position, limit, batch);
        while (!next.isEmpty()) {
            consumer.accept(decode(next));
            position = next.getLast().position();
            next = next.size() < batch ? List.of() : between(position, limit, batch);
        }
    }

    @Override
    public void streamByAggregate(String aggregateType, long upTo, int batch, Consumer<List<RecordedEvent>> consumer) {
        long limit = Math.min(upTo, horizon.current());
        // In the "C" collation ';' follows ':', so that this range holds every stream of the kind and no other.
        String stream = aggregateType + ":";
        String end = aggregateType + ";";
        long sequence = -1;
        List<StoredEvent> next = byAggregate(stream, sequence, end, limit, batch);
        while (!next.isEmpty()) {
            consumer.accept(decode(next));
            stream = next.getLast().aggregateId();
            sequence = next.getLast().sequence();
            next = next.size() < batch ? List.of() : byAggregate(stream, sequence, end, limit, batch);
        }
    }

    private List<StoredEvent> byAggregate(String stream, long sequence, String end, long upTo, int batch) {
        return jdbc.query("select " + EventRows.COLUMNS + """
             from events.event
             where (aggregate_id, sequence) > (?, ?) and aggregate_id < ? and position <= ?
             order by aggregate_id, sequence limit ?
            """, EventRows.STORED, stream, sequence, end, upTo, batch);
    }
}
