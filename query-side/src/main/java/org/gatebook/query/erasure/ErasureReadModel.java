package org.gatebook.query.erasure;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.erasure.ErasedSubject;
import org.gatebook.api.erasure.ErasureEvent;
import org.gatebook.api.erasure.ErasureEvent.ErasurePerformed;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Erasures, a row each: what lists look for. The rest is read from the event, which is all that there is of it. */
@Component
class ErasureReadModel implements ReadModel<ErasureReadModel.Row> {

    private static final Table TABLE = new Table(
            "erasure",
            List.of("id"),
            List.of("id", "organizer", "kind", "subject", "name", "event", "recorded", "position"));

    /** An erasure. */
    record Row(long id, OrganizerSlug organizer, ErasedSubject subject, Instant recorded) {}

    @Override
    public String name() {
        return "erasure";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/query/erasure/erasure.v1.sql";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Class<ErasureEvent> events() {
        return ErasureEvent.class;
    }

    @Override
    public Keyed keyed() {
        return Keyed.BY_EVENT;
    }

    @Override
    public Row fold(@Nullable Row view, RecordedEvent event) {
        return switch ((ErasureEvent) event.payload()) {
            case ErasurePerformed performed ->
                new Row(performed.erasure(), event.metadata().organizer(), performed.subject(), event.recordedAt());
        };
    }

    @Override
    public @Nullable Row load(String key) {
        throw new IllegalStateException("an erasure is its only event");
    }

    @Override
    public void write(ReadModel.Row<Row> row, RowSink sink) {
        Row erasure = row.view();
        ErasedSubject subject = erasure.subject();
        sink.row(
                TABLE,
                erasure.id(),
                erasure.organizer().value(),
                subject.kind().code(),
                subject.number(),
                subject.name(),
                subject.event(),
                erasure.recorded(),
                row.position());
    }
}
