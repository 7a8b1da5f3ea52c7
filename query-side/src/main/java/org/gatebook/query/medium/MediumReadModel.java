package org.gatebook.query.medium;

import java.util.List;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumView;
import org.gatebook.api.query.Expandable;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reusable media, a row each, by stream. */
@Component
class MediumReadModel implements ReadModel<MediumView> {

    private static final Table TABLE = new Table(
            "reusable_medium",
            List.of("id"),
            List.of(
                    "id",
                    "organizer",
                    "created",
                    "updated",
                    "type",
                    "identifier",
                    "active",
                    "expires",
                    "customer",
                    "linked_orderposition",
                    "linked_giftcard",
                    "info:json",
                    "notes",
                    "position"));

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    MediumReadModel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "reusable_medium";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/query/medium/reusable_medium.v1.sql";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Class<MediumEvent> events() {
        return MediumEvent.class;
    }

    @Override
    public MediumView fold(@Nullable MediumView view, RecordedEvent event) {
        return MediumFold.fold(view, (MediumEvent) event.payload(), event.recordedAt());
    }

    @Override
    public @Nullable MediumView load(String key) {
        return jdbc.sql("SELECT * FROM reusable_medium WHERE id = :id")
                .param("id", MediumId.ofAggregate(key).number())
                .query(MediumRow::view)
                .optional()
                .orElse(null);
    }

    @Override
    public void write(Row<MediumView> row, RowSink sink) {
        MediumView medium = row.view();
        sink.row(
                TABLE,
                medium.id().number(),
                medium.organizer().value(),
                medium.created(),
                medium.updated(),
                medium.type().wireName(),
                medium.identifier(),
                medium.active(),
                medium.expires(),
                medium.customer(),
                number(medium.linkedOrderPosition()),
                number(medium.linkedGiftCard()),
                JSON.writeValueAsString(medium.info()),
                medium.notes(),
                row.position());
    }

    private static @Nullable Long number(@Nullable Expandable link) {
        return link == null ? null : (Long) link.id();
    }
}
