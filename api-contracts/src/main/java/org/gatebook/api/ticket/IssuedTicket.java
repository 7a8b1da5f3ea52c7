package org.gatebook.api.ticket;

import java.time.Instant;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it was issued for an order position.
 *
 * @param positionid the position's rank within the order
 * @param secret opens the door; sealed under the ticket
 * @param pseudonymizationId names the ticket without opening anything, and yet identifies a person; sealed
 * @param addonTo the main position's id; null for main positions
 * @param validFrom null if at once
 * @param validUntil null if for ever
 */
public record IssuedTicket(
        TicketId id,
        OrderId order,
        OrganizerSlug organizer,
        EventSlug event,
        int positionid,
        long item,
        @Nullable Long variation,
        @Nullable Long subevent,
        @Nullable Long addonTo,
        Personal<String> secret,
        Personal<String> pseudonymizationId,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {

    /** What it admits to, and when. */
    public TicketTerms terms() {
        return new TicketTerms(item, variation, subevent, validFrom, validUntil);
    }
}
