package org.gatebook.api.ticket;

import java.util.Set;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket: who may enter with it, and who did. */
public sealed interface TicketEvent extends DomainEvent {

    /** The number of the ticket. */
    TicketId ticket();

    /** It was issued. */
    @EventName("ticket.issued")
    record TicketIssued(IssuedTicket issued) implements TicketEvent {
        @Override
        public TicketId ticket() {
            return issued.id();
        }
    }

    /** Its position was taken out of the order. */
    @EventName("ticket.canceled")
    record TicketCanceled(TicketId ticket) implements TicketEvent {}

    /**
     * The reasons for which it is blocked changed.
     *
     * @param blocks all of them; empty when nothing blocks it any more
     */
    @EventName("ticket.blocks_changed")
    record TicketBlocksChanged(TicketId ticket, Set<String> blocks) implements TicketEvent {}

    /** It opens the door with another secret from now on. */
    @EventName("ticket.secret_replaced")
    record TicketSecretReplaced(TicketId ticket, Personal<String> secret, boolean formerRevoked)
            implements TicketEvent {}

    /** A scan was accepted. */
    @EventName("ticket.scanned")
    record TicketScanned(TicketId ticket, Scan scan) implements TicketEvent {}

    /**
     * A scan was refused.
     *
     * @param reason stable code of the rule that refused (behaviour notes, check-in 4.6)
     * @param explanation for whoever stands at the door; null if the reason says it all
     */
    @EventName("ticket.scan_refused")
    record TicketScanRefused(
            TicketId ticket,
            Scan scan,
            String reason,
            @Nullable String explanation) implements TicketEvent {}
}
