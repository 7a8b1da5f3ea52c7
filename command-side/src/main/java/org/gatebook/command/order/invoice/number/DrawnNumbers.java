package org.gatebook.command.order.invoice.number;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.installation.InstallationRestored;
import org.gatebook.api.installation.InstallationRestored.LeftOutNumbers;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceNumber;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events into the numbers that were drawn, a row each, and those that a restore has left out, which count as
 * drawn. Those that are made of an order's code are not.
 */
final class DrawnNumbers implements ReadModel<List<DrawnNumbers.Drawn>> {

    private static final Table TABLE =
            new Table("drawn_number", List.of("id"), List.of("id", "organizer", "prefix", "number"));

    /** Restores leave out fewer numbers, all sequences together. */
    private static final long NUMBERS_OF_A_RESTORE = 1L << 24;

    /** A number of a sequence, and the document that has it; below zero if none has. */
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
    public Class<DomainEvent> events() {
        return DomainEvent.class;
    }

    @Override
    public Keyed keyed() {
        return Keyed.BY_EVENT;
    }

    @Override
    public @Nullable String key(RecordedEvent event) {
        List<Drawn> drawn = drawn(event);
        return drawn.isEmpty() ? null : Long.toString(drawn.getFirst().document());
    }

    @Override
    public List<Drawn> fold(@Nullable List<Drawn> view, RecordedEvent event) {
        return drawn(event);
    }

    private static List<Drawn> drawn(RecordedEvent event) {
        return switch (event.payload()) {
            case InvoiceIssued issued -> drawn(event, issued.invoice());
            case InvoiceCanceled canceled -> drawn(event, canceled.cancellation());
            case InstallationRestored restored -> leftOut(event, restored.numbers());
            default -> List.of();
        };
    }

    private static List<Drawn> drawn(RecordedEvent event, Invoice document) {
        InvoiceNumber number = document.number();
        return number.counted()
                ? List.of(new Drawn(
                        document.id(), event.metadata().organizer(), number.prefix(), Long.parseLong(number.number())))
                : List.of();
    }

    private static List<Drawn> leftOut(RecordedEvent event, List<LeftOutNumbers> ranges) {
        List<Drawn> drawn = new ArrayList<>();
        for (LeftOutNumbers range : ranges) {
            for (long number = range.first(); number <= range.last(); number++) {
                long nobody = -event.position() * NUMBERS_OF_A_RESTORE - drawn.size();
                drawn.add(new Drawn(nobody, range.organizer(), range.prefix(), number));
            }
        }
        return drawn;
    }

    @Override
    public List<Drawn> load(String key) {
        throw new IllegalStateException("rows of single events are not read before they are written");
    }

    @Override
    public void write(Row<List<Drawn>> row, RowSink sink) {
        for (Drawn drawn : row.view()) {
            sink.row(TABLE, drawn.document(), drawn.organizer().value(), drawn.prefix(), drawn.number());
        }
    }
}
