package org.gatebook.api.ticket;

import java.util.List;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.query.Query;

/**
 * Questions about tickets, by whoever wants to change them.
 *
 * @param <R> the answer
 */
public sealed interface TicketQuery<R> extends Query<R> {

    /** The ticket of this number within the event, unless it was cancelled. */
    record FindTicketOfEvent(OrganizerSlug organizer, EventSlug event, TicketId ticket)
            implements TicketQuery<Optional<KnownTicket>> {}

    /** All tickets of an order, cancelled ones too, by number. */
    record FindTicketsOfOrder(OrganizerSlug organizer, OrderId order) implements TicketQuery<List<KnownTicket>> {}

    /**
     * A ticket as it is.
     *
     * @param secret opens the door; empty once it was erased
     */
    record KnownTicket(TicketId id, OrderId order, TicketTerms terms, String secret, boolean canceled) {}
}
