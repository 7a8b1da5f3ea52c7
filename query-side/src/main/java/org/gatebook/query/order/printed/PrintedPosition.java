package org.gatebook.query.order.printed;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.query.order.OrderView;
import org.gatebook.query.order.line.LineView;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of a position are made of.
 *
 * @param main the position that this one was added to; null for main positions
 * @param addons positions added to this one, without cancelled ones
 * @param organizer the organizer's name
 * @param now when it is printed
 */
record PrintedPosition(
        OrderView order,
        LineView line,
        @Nullable LineView main,
        List<LineView> addons,
        Ticket ticket,
        EventOffer offer,
        String organizer,
        Instant now) {

    /**
     * The ticket.
     *
     * @param firstScan the earliest accepted scan; null without any
     * @param medium identifier of the medium that stands for it; null without
     */
    record Ticket(
            String secret,
            String pseudonymizationId,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Instant firstScan,
            @Nullable String medium) {}
}
