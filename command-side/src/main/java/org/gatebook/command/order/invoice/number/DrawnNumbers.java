package org.gatebook.command.order.invoice.number;

import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceNumber;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Folds the events into the numbers that were drawn, a row each. Those that are made of an order's code are not. */
final class DrawnNumbers implements ReadModel<DrawnNumbers.Drawn> {

    private static final Table TABLE =
            new Table("drawn_number", List.of("id"), List.of("id", "organizer", "prefix", "number"));

    /** A number of a sequence, and the document that has it. */
    record Drawn(long document, OrganizerSlug organizer, String prefix, long number) {}

    @Override
    public String name() {
        return "numbers of invoices";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/command/order/invoice/drawn_number.v1.sql";
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
    public Keyed keyed() {
        return Keyed.BY_EVENT;
    }

    @Override
    public @Nullable String key(RecordedEvent event) {
        Drawn drawn = drawn(event);
        return drawn == null ? null : Long.toString(drawn.document());
    }

    @Override
    public @Nullable Drawn fold(@Nullable Drawn view, RecordedEvent event) {
        return drawn(event);
    }

    private static @Nullable Drawn drawn(RecordedEvent event) {
        Invoice document = switch (event.payload()) {
            case InvoiceIssued issued -> issued.invoice();
            case InvoiceCanceled canceled -> canceled.cancellation();
            default -> null;
        };
        if (document == null || !document.number().counted()) {
            return null;
        }
        InvoiceNumber number = document.number();
        return new Drawn(document.id(), event.metadata().organizer(), number.prefix(), Long.parseLong(number.number()));
    }

    @Override
    public @Nullable Drawn load(String key) {
        throw new IllegalStateException("rows of single events are not read before they are written");
    }

    @Override
    public void write(Row<Drawn> row, RowSink sink) {
        Drawn drawn = row.view();
        sink.row(TABLE, drawn.document(), drawn.organizer().value(), drawn.prefix(), drawn.number());
    }
}
