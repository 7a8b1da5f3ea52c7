package org.gatebook.query.checkin;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketScanRefused;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scans of tickets: one event, one row, never changed. */
@Component
class CheckinReadModel implements ReadModel<Checkin> {

    private static final Table TABLE = new Table(
            "checkin",
            List.of("id"),
            List.of("id", "list", "ticket", "type", "datetime", "successful", "nonce", "position"));

    private final JdbcClient jdbc;

    CheckinReadModel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "checkin";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/query/checkin/checkin.v1.sql";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Class<TicketEvent> events() {
        return TicketEvent.class;
    }

    @Override
    public Keyed keyed() {
        return Keyed.BY_EVENT;
    }

    @Override
    public @Nullable String key(RecordedEvent event) {
        Checkin checkin = of(event);
        return checkin == null ? null : Long.toString(checkin.id());
    }

    @Override
    public @Nullable Checkin fold(@Nullable Checkin view, RecordedEvent event) {
        return of(event);
    }

    private static @Nullable Checkin of(RecordedEvent event) {
        return switch (event.payload()) {
            case TicketScanned scanned -> Checkin.of(scanned.ticket(), scanned.scan(), true);
            case TicketScanRefused refused -> Checkin.of(refused.ticket(), refused.scan(), false);
            default -> null;
        };
    }

    @Override
    public @Nullable Checkin load(String key) {
        return jdbc.sql("SELECT * FROM checkin WHERE id = :id")
                .param("id", Long.parseLong(key))
                .query((row, number) -> new Checkin(
                        row.getLong("id"),
                        row.getLong("list"),
                        new TicketId(row.getLong("ticket")),
                        Direction.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                        row.getObject("datetime", OffsetDateTime.class).toInstant(),
                        row.getBoolean("successful"),
                        row.getString("nonce")))
                .optional()
                .orElse(null);
    }

    @Override
    public void write(Row<Checkin> row, RowSink sink) {
        Checkin checkin = row.view();
        sink.row(
                TABLE,
                checkin.id(),
                checkin.list(),
                checkin.ticket().number(),
                checkin.type().code(),
                checkin.at(),
                checkin.successful(),
                checkin.nonce(),
                row.position());
    }
}
