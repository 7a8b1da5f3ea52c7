package org.gatebook.query.order;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.api.order.OrderEvent.InvoiceOutdated;
import org.gatebook.api.order.OrderEvent.InvoiceRegenerated;
import org.gatebook.api.order.OrderEvent.MailRequested;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentConfirmed;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.PaymentRefunded;
import org.gatebook.api.order.OrderEvent.RefundCanceled;
import org.gatebook.api.order.OrderEvent.RefundDone;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.TicketEvent;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.order.OrderTouchReadModel.Touch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When orders were last touched: the newest {@code recorded_at} of their own events and of those of their tickets. Many
 * streams write a row, none reads it, and the latest moment wins. Unlike the reference (behaviour notes, orders 21.4) a
 * payment touches its order too, so that clients that follow {@code modified_since} miss no payment.
 */
@Component
class OrderTouchReadModel implements ReadModel<Touch> {

    private static final Table TABLE = Table.merged(
            "order_touch", List.of("id"), List.of("id", "organizer", "event", "last_modified", "position"));

    /**
     * A touch, or several.
     *
     * @param organizer null if nothing among what touched says it
     * @param event likewise
     */
    record Touch(
            OrderId order,
            @Nullable OrganizerSlug organizer,
            @Nullable EventSlug event,
            Instant last) {

        Touch and(Touch other) {
            return new Touch(
                    order,
                    organizer == null ? other.organizer : organizer,
                    event == null ? other.event : event,
                    last.isBefore(other.last) ? other.last : last);
        }
    }

    @Override
    public String name() {
        return "order_touch";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/query/order/order_touch.v1.sql";
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
        return Keyed.MERGED;
    }

    @Override
    public @Nullable String key(RecordedEvent event) {
        OrderId order = order(event.payload());
        return order == null ? null : order.aggregateId();
    }

    @Override
    public @Nullable Touch fold(@Nullable Touch view, RecordedEvent event) {
        OrderId order = order(event.payload());
        if (order == null) {
            return view;
        }
        Touch touch = switch (event.payload()) {
            case OrderPlaced e ->
                new Touch(order, e.placed().organizer(), e.placed().event(), event.recordedAt());
            case TicketIssued e ->
                new Touch(order, e.issued().organizer(), e.issued().event(), event.recordedAt());
            default -> new Touch(order, null, null, event.recordedAt());
        };
        return view == null ? touch : view.and(touch);
    }

    @Override
    public @Nullable Touch load(String key) {
        throw new IllegalStateException("merged rows are not read before they are written");
    }

    @Override
    public void write(Row<Touch> row, RowSink sink) {
        Touch touch = row.view();
        sink.row(
                TABLE,
                touch.order().number(),
                touch.organizer() == null ? null : touch.organizer().value(),
                touch.event() == null ? null : touch.event().value(),
                touch.last(),
                row.position());
    }

    private static @Nullable OrderId order(DomainEvent event) {
        return switch (event) {
            // Money that comes or goes is no touch, only what becomes of the order by it (behaviour notes, orders
            // 21.4).
            case PaymentRecorded e -> null;
            case PaymentConfirmed e -> null;
            case PaymentCanceled e -> null;
            case PaymentRefunded e -> null;
            case RefundRecorded e -> null;
            case RefundDone e -> null;
            case RefundCanceled e -> null;
            // Recorded: who follows changes is not told of a link that was sent again.
            case MailRequested e -> null;
            // Nor is what was written about the order.
            case InvoiceIssued e -> null;
            case InvoiceCanceled e -> null;
            case InvoiceRegenerated e -> null;
            case InvoiceOutdated e -> null;
            case OrderEvent e -> e.order();
            case TicketEvent e -> e.order();
            default -> null;
        };
    }
}
