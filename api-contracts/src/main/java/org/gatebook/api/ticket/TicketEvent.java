package org.gatebook.api.ticket;

import java.util.List;
import java.util.Set;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Erasing;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a ticket: who may enter with it, and who did. Each fact names the order that the ticket belongs to
 * then, because whatever happens to a ticket touches its order (behaviour notes, check-in 4.4).
 */
public sealed interface TicketEvent extends DomainEvent {

    /** The number of the ticket. */
    TicketId ticket();

    /** The order that it belongs to, after the event. */
    OrderId order();

    /** It was issued. */
    @EventName("ticket.issued")
    record TicketIssued(IssuedTicket issued) implements TicketEvent {
        @Override
        public TicketId ticket() {
            return issued.id();
        }

        @Override
        public OrderId order() {
            return issued.order();
        }
    }

    /** What it admits to, or when, is different from now on. */
    @EventName("ticket.terms_changed")
    record TicketTermsChanged(TicketId ticket, OrderId order, TicketTerms terms) implements TicketEvent {}

    /** It belongs to another order from now on: its position was split off. */
    @EventName("ticket.moved")
    record TicketMoved(TicketId ticket, OrderId order) implements TicketEvent {}

    /** Its position was taken out of the order. */
    @EventName("ticket.canceled")
    record TicketCanceled(TicketId ticket, OrderId order) implements TicketEvent {}

    /**
     * The reasons for which it is blocked changed.
     *
     * @param blocks all of them, in the order in which they came; empty when nothing blocks it any more
     */
    @EventName("ticket.blocks_changed")
    record TicketBlocksChanged(TicketId ticket, OrderId order, List<String> blocks) implements TicketEvent {}

    /**
     * It opens the door with another secret from now on.
     *
     * @param formerRevoked whether devices are told that the former secret is void
     */
    @EventName("ticket.secret_replaced")
    record TicketSecretReplaced(TicketId ticket, OrderId order, Personal<String> secret, boolean formerRevoked)
            implements TicketEvent {}

    /** A scan was accepted. */
    @EventName("ticket.scanned")
    record TicketScanned(TicketId ticket, OrderId order, Scan scan) implements TicketEvent {}

    /**
     * A scan was refused.
     *
     * @param reason stable code of the rule that refused (behaviour notes, check-in 4.6)
     * @param explanation for whoever stands at the door; null if the reason says it all
     * @param barcode what was held before the scanner, sealed under the ticket
     */
    @EventName("ticket.scan_refused")
    record TicketScanRefused(
            TicketId ticket,
            OrderId order,
            Scan scan,
            String reason,
            @Nullable String explanation,
            Personal<String> barcode)
            implements TicketEvent {}

    /**
     * Nobody can read any more who came with it, and its secret opens no door.
     *
     * @param erasure of which it is a part
     */
    @EventName("ticket.erased")
    record TicketErased(TicketId ticket, OrderId order, long erasure) implements TicketEvent, Erasing {
        @Override
        public Set<SubjectId> erased() {
            return Set.of(ticket.subject());
        }
    }
}
