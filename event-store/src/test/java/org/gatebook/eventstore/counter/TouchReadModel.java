package org.gatebook.eventstore.counter;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One row an organizer, written by all counters and read by none of them: when one was last touched. */
@Component
public final class TouchReadModel implements ReadModel<Instant> {

    private static final Table TABLE =
            Table.merged("counter_touch", List.of("organizer"), List.of("organizer", "raised_at", "position"));

    @Override
    public String name() {
        return "counter_touch";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "counter/counter_touch.sql";
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
        return Keyed.MERGED;
    }

    @Override
    public String key(RecordedEvent event) {
        return event.metadata().organizer().value();
    }

    @Override
    public Instant fold(@Nullable Instant view, RecordedEvent event) {
        return view == null || view.isBefore(event.recordedAt()) ? event.recordedAt() : view;
    }

    @Override
    public @Nullable Instant load(String key) {
        throw new AssertionError("merged rows are never read before they are written");
    }

    @Override
    public void write(Row<Instant> row, RowSink sink) {
        sink.row(TABLE, row.key(), row.view(), row.position());
    }
}
