package org.gatebook.query.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketTerms;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.text.JsonText;
import org.gatebook.query.text.SlottedText;
import org.gatebook.query.text.TextArray;
import org.gatebook.web.answer.ApiJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * Tickets, a row each: what opens the door, and who went through it. {@code shown} holds what a position shows of its
 * ticket, ready to be put into the position's slots: secret, pseudonymization id and validity, divided by {@link
 * SlottedText#UNIT}.
 */
@Component
class TicketReadModel implements ReadModel<TicketView> {

    private static final Table TABLE = new Table(
            "ticket",
            List.of("id"),
            List.of(
                    "id",
                    "order_id",
                    "organizer",
                    "event",
                    "secret",
                    "pseudonymization_id",
                    "item",
                    "variation",
                    "subevent",
                    "addon_to",
                    "valid_from",
                    "valid_until",
                    "blocks:text[]",
                    "canceled",
                    "checkins",
                    "shown",
                    "position"));

    private static final TypeReference<List<CheckinView>> CHECKINS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    TicketReadModel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "ticket";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/query/ticket/ticket.v1.sql";
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
    public TicketView fold(@Nullable TicketView view, RecordedEvent event) {
        return TicketView.fold(view, (TicketEvent) event.payload());
    }

    @Override
    public @Nullable TicketView load(String key) {
        return jdbc.sql("SELECT * FROM ticket WHERE id = :id")
                .param("id", TicketId.ofAggregate(key).number())
                .query(TicketReadModel::view)
                .optional()
                .orElse(null);
    }

    @Override
    public void write(Row<TicketView> row, RowSink sink) {
        TicketView ticket = row.view();
        TicketTerms terms = ticket.terms();
        sink.row(
                TABLE,
                ticket.id().number(),
                ticket.order().number(),
                ticket.organizer().value(),
                ticket.event().value(),
                ticket.secret(),
                ticket.pseudonymizationId(),
                terms.item(),
                terms.variation(),
                terms.subevent(),
                ticket.addonTo(),
                terms.validFrom(),
                terms.validUntil(),
                TextArray.literal(ticket.blocks()),
                ticket.canceled(),
                ApiJson.mapper().writeValueAsString(ticket.checkins()),
                shown(ticket),
                row.position());
    }

    private static String shown(TicketView ticket) {
        StringBuilder text = new StringBuilder();
        JsonText.quote(text, ticket.secret());
        text.append(SlottedText.UNIT);
        JsonText.quote(text, ticket.pseudonymizationId());
        text.append(SlottedText.UNIT)
                .append(TicketText.validity(
                        ticket.terms().validFrom(), ticket.terms().validUntil(), ticket.blocks()));
        return text.toString();
    }

    static TicketView view(ResultSet row, int number) throws SQLException {
        return new TicketView(
                new TicketId(row.getLong("id")),
                new OrderId(row.getLong("order_id")),
                new OrganizerSlug(row.getString("organizer")),
                new EventSlug(row.getString("event")),
                row.getObject("addon_to", Long.class),
                row.getString("secret"),
                row.getString("pseudonymization_id"),
                new TicketTerms(
                        row.getLong("item"),
                        row.getObject("variation", Long.class),
                        row.getObject("subevent", Long.class),
                        instant(row, "valid_from"),
                        instant(row, "valid_until")),
                Arrays.asList((String[]) row.getArray("blocks").getArray()),
                row.getBoolean("canceled"),
                ApiJson.mapper().readValue(row.getString("checkins"), CHECKINS));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
