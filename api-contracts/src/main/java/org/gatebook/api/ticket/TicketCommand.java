package org.gatebook.api.ticket;

import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/** What may be asked of a ticket. */
public sealed interface TicketCommand<R> extends AggregateCommand<R> {

    /** The number of the ticket. */
    TicketId ticket();

    @Override
    default String aggregateId() {
        return ticket().aggregateId();
    }

    /** Issues the ticket of an order position. That its secret is unique is claimed by whoever made the secret. */
    record IssueTicket(IssuedTicket issued) implements TicketCommand<TicketId> {
        @Override
        public TicketId ticket() {
            return issued.id();
        }

        @Override
        public boolean begins() {
            return true;
        }
    }

    /** Lets the ticket admit to something else, or at another time. */
    record ChangeTicketTerms(TicketId ticket, TicketTerms terms) implements TicketCommand<TicketId> {}

    /** Puts the ticket into another order, because its position was split off. */
    record MoveTicket(TicketId ticket, OrderId order) implements TicketCommand<TicketId> {}

    /** Ends the ticket, because its position was taken out of the order. */
    record CancelTicket(TicketId ticket) implements TicketCommand<TicketId> {}

    /** Blocks the ticket for one more reason. */
    record BlockTicket(TicketId ticket, String reason) implements TicketCommand<TicketId> {}

    /** Takes a reason back for which the ticket is blocked. */
    record UnblockTicket(TicketId ticket, String reason) implements TicketCommand<TicketId> {}

    /**
     * Gives the ticket another secret. That it is unique is claimed by whoever made it.
     *
     * @param revokeFormer whether devices must be told that the former one is void
     */
    record ReplaceTicketSecret(TicketId ticket, Personal<String> secret, boolean revokeFormer)
            implements TicketCommand<TicketId> {}

    /**
     * Holds the ticket before a scanner. A refusal's code is the reason that the API answers, its text the explanation,
     * empty if there is none; {@code incomplete} is a refusal that leaves no trace.
     *
     * @param scan as it happened; whether it was forced is decided here
     * @param barcode what was held before the scanner, sealed under the ticket
     */
    record ScanTicket(TicketId ticket, Scan scan, Door door, Personal<String> barcode)
            implements TicketCommand<Admission> {}

    /** How a scan that was let through changes things. */
    enum Admission {
        /** It is a new scan. */
        RECORDED,
        /** It is the repetition of one that is known by its nonce; nothing new happened. */
        KNOWN
    }

    /** Records an entry or exit that nobody scanned and nothing may refuse (behaviour notes, check-in 4.9). */
    record RecordAutomaticScan(TicketId ticket, Scan scan) implements TicketCommand<TicketId> {}

    /**
     * Records a scan that was refused elsewhere: by a device without connection, or before it was clear which of several
     * tickets is meant.
     */
    record RecordRefusedScan(
            TicketId ticket,
            Scan scan,
            String reason,
            @Nullable String explanation,
            Personal<String> barcode) implements TicketCommand<TicketId> {}

    /** Says in the ticket's stream that who comes with it was erased. */
    record EraseTicket(TicketId ticket, long erasure) implements TicketCommand<TicketId> {}
}
