package org.gatebook.query.checkin;

import java.time.Instant;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.Scan.Direction;
import org.gatebook.api.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** A scan of a ticket, as far as it is counted, ordered by and looked for. */
record Checkin(
        long id,
        long list,
        TicketId ticket,
        Direction type,
        Instant at,
        boolean successful,
        @Nullable String nonce) {

    static Checkin of(TicketId ticket, Scan scan, boolean successful) {
        return new Checkin(scan.id(), scan.list(), ticket, scan.type(), scan.at(), successful, scan.nonce());
    }
}
