package org.gatebook.eventstore.counter;

import java.util.List;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.counter.CounterEvent.CounterRaised;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One row an organizer, written by all counters: the sum of what they were raised by. */
@Component
public final class TotalReadModel implements ReadModel<Long> {

    private static final Table TABLE =
            new Table("counter_total", List.of("organizer"), List.of("organizer", "total", "position"));

    private final JdbcTemplate jdbc;

    TotalReadModel(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "counter_total";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "counter/counter_total.sql";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Class<? extends DomainEvent> events() {
        return CounterEvent.class;
    }

    @Override
    public Keyed keyed() {
        return Keyed.SHARED;
    }

    @Override
    public @Nullable String key(RecordedEvent event) {
        return event.metadata().organizer().value();
    }

    @Override
    public Long fold(@Nullable Long view, RecordedEvent event) {
        long before = view == null ? 0 : view;
        return event.payload() instanceof CounterRaised raised ? before + raised.by() : before;
    }

    /** Locks the row; the first event of an organizer must come from one writer alone, which tests see to. */
    @Override
    public @Nullable Long load(String key) {
        return jdbc
                .query(
                        "select total from counter_total where organizer = ? for update",
                        (row, index) -> row.getLong(1),
                        key)
                .stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public void write(Row<Long> row, RowSink sink) {
        sink.row(TABLE, row.key(), row.view(), row.position());
    }
}
