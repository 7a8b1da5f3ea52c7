package org.gatebook.query.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.api.order.OrderEvent.InvoiceRegenerated;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.AuditMetadata;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invoices and the documents that cancel them, a row each. An order writes those of its own. */
@Component
class InvoiceReadModel implements ReadModel<InvoiceView> {

    private static final Table TABLE = new Table(
            "invoice",
            List.of("id"),
            List.of(
                    "id",
                    "order_id",
                    "organizer",
                    "event",
                    "order_code",
                    "number",
                    "own_number",
                    "is_cancellation",
                    "refers",
                    "locale",
                    "date:date",
                    "shown",
                    "position"));

    private final JdbcClient jdbc;

    InvoiceReadModel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "invoice";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/query/invoice/invoice.v1.sql";
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
    public @Nullable String key(RecordedEvent event) {
        Invoice invoice = document(event);
        return invoice == null ? null : Long.toString(invoice.id());
    }

    @Override
    public @Nullable InvoiceView fold(@Nullable InvoiceView view, RecordedEvent event) {
        Invoice invoice = document(event);
        if (invoice == null) {
            return view;
        }
        AuditMetadata owner = event.metadata();
        return InvoiceView.of(
                invoice,
                OrderId.ofAggregate(event.aggregateId()),
                owner.organizer(),
                Objects.requireNonNull(owner.event(), "orders belong to an event"));
    }

    private static @Nullable Invoice document(RecordedEvent event) {
        return switch (event.payload()) {
            case InvoiceIssued issued -> issued.invoice();
            case InvoiceCanceled canceled -> canceled.cancellation();
            case InvoiceRegenerated again -> again.invoice();
            default -> null;
        };
    }

    @Override
    public @Nullable InvoiceView load(String key) {
        return jdbc.sql("SELECT * FROM invoice WHERE id = :id")
                .param("id", Long.parseLong(key))
                .query(InvoiceReadModel::view)
                .optional()
                .orElse(null);
    }

    @Override
    public void write(Row<InvoiceView> row, RowSink sink) {
        InvoiceView invoice = row.view();
        sink.row(
                TABLE,
                invoice.id(),
                invoice.order().number(),
                invoice.organizer().value(),
                invoice.event().value(),
                invoice.orderCode(),
                invoice.number(),
                invoice.ownNumber(),
                invoice.cancellation(),
                invoice.refers(),
                invoice.locale(),
                invoice.date().toString(),
                invoice.shown(),
                row.position());
    }

    private static InvoiceView view(ResultSet row, int number) throws SQLException {
        return new InvoiceView(
                row.getLong("id"),
                new OrderId(row.getLong("order_id")),
                new OrganizerSlug(row.getString("organizer")),
                new EventSlug(row.getString("event")),
                row.getString("order_code"),
                row.getString("number"),
                row.getString("own_number"),
                row.getBoolean("is_cancellation"),
                row.getString("refers"),
                row.getString("locale"),
                row.getObject("date", LocalDate.class),
                row.getString("shown"));
    }
}
