package org.gatebook.query.order.line;

import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.web.answer.ApiJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Positions of orders, a row each: what the order knows of them. What opens the door is in the tickets' rows. */
@Component
class OrderLineReadModel implements ReadModel<OrderLines> {

    private static final Table TABLE = new Table(
            "order_line",
            List.of("order_id", "id"),
            List.of(
                    "order_id",
                    "id",
                    "positionid",
                    "organizer",
                    "event",
                    "item",
                    "variation",
                    "subevent",
                    "addon_to",
                    "voucher",
                    "canceled",
                    "moved_on",
                    "attendee_name",
                    "attendee_email",
                    "answers",
                    "seat",
                    "document:json",
                    "shown",
                    "position"));

    private final JdbcClient jdbc;

    OrderLineReadModel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Stored(OrganizerSlug organizer, EventSlug event, LineView line) {}

    @Override
    public String name() {
        return "order_line";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/query/order/order_line.v1.sql";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Class<OrderEvent> events() {
        return OrderEvent.class;
    }

    @Override
    public OrderLines fold(@Nullable OrderLines view, RecordedEvent event) {
        return OrderLines.fold(view, (OrderEvent) event.payload());
    }

    @Override
    public @Nullable OrderLines load(String key) {
        OrderId order = OrderId.ofAggregate(key);
        List<Stored> rows = jdbc.sql("""
            SELECT organizer, event, document FROM order_line
            WHERE order_id = :order ORDER BY positionid, id
            """)
                .param("order", order.number())
                .query((row, number) -> new Stored(
                        new OrganizerSlug(row.getString("organizer")),
                        new EventSlug(row.getString("event")),
                        ApiJson.mapper().readValue(row.getString("document"), LineView.class)))
                .list();
        return rows.isEmpty()
                ? null
                : new OrderLines(
                        order,
                        rows.getFirst().organizer(),
                        rows.getFirst().event(),
                        rows.stream().map(Stored::line).toList());
    }

    @Override
    public void write(Row<OrderLines> row, RowSink sink) {
        OrderLines order = row.view();
        for (LineView line : order.lines()) {
            sink.row(
                    TABLE,
                    order.order().number(),
                    line.id(),
                    line.positionid(),
                    order.organizer().value(),
                    order.event().value(),
                    line.item(),
                    line.variation(),
                    line.subevent(),
                    line.addonTo(),
                    line.voucher(),
                    line.canceled() || line.movedOn(),
                    line.movedOn(),
                    line.attendeeName(),
                    line.attendee().email(),
                    answers(line.attendee()),
                    line.seat(),
                    ApiJson.mapper().writeValueAsString(line),
                    LineText.of(line),
                    row.position());
        }
    }

    /** Null without answers, so that readers need not look. */
    private static @Nullable String answers(Attendee attendee) {
        return attendee.answers().isEmpty() ? null : ApiJson.mapper().writeValueAsString(attendee.answers());
    }
}
