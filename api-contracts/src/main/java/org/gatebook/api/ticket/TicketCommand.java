package org.gatebook.api.ticket;

import java.util.Set;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.personal.Personal;

/** What may be asked of a ticket. */
public sealed interface TicketCommand<R> extends AggregateCommand<R> {

    /** The number of the ticket. */
    TicketId ticket();

    @Override
    default String aggregateId() {
        return ticket().aggregateId();
    }

    /** Issues the ticket of an order position. */
    record IssueTicket(IssuedTicket issued) implements TicketCommand<TicketId> {
        @Override
        public TicketId ticket() {
            return issued.id();
        }
    }

    /**
     * Holds the ticket before a scanner. A refusal's code is the reason that the API answers, its text the explanation,
     * empty if there is none; {@code incomplete} is a refusal that leaves no trace.
     *
     * @param scan as it happened; whether it was forced is decided here
     */
    record ScanTicket(TicketId ticket, Scan scan, Door door) implements TicketCommand<Admission> {}

    /** How a scan that was let through changes things. */
    enum Admission {
        /** It is a new scan. */
        RECORDED,
        /** It is the repetition of one that is known by its nonce; nothing new happened. */
        KNOWN
    }

    /** Ends the ticket, because its position was taken out of the order. */
    record CancelTicket(TicketId ticket) implements TicketCommand<TicketId> {}

    /** Blocks the ticket for these reasons and no others. */
    record ChangeTicketBlocks(TicketId ticket, Set<String> blocks) implements TicketCommand<TicketId> {}

    /**
     * Gives the ticket another secret.
     *
     * @param revokeFormer whether devices must be told that the former one is void
     */
    record ReplaceTicketSecret(TicketId ticket, Personal<String> secret, boolean revokeFormer)
            implements TicketCommand<TicketId> {}
}
