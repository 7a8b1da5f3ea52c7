package org.gatebook.api.ticket;

import java.time.Instant;
import java.time.ZoneId;
import org.gatebook.api.offer.CheckinList;
import org.jspecify.annotations.Nullable;

/**
 * What a scan is judged by, besides the ticket's own story.
 *
 * @param list the list that is scanned for
 * @param standing how the order stands
 * @param force whether the client insists
 * @param ignoreUnpaid whether the client lets pending orders in where the list includes them
 * @param questionsOpen whether questions that are asked at the door have no answer and the client can ask them
 * @param occasion what the ticket is for
 * @param now the real time, which a device that uploads old scans does not share; only texts depend on it
 */
public record Door(
        CheckinList list,
        OrderStanding standing,
        boolean force,
        boolean ignoreUnpaid,
        boolean questionsOpen,
        Occasion occasion,
        Instant now) {

    /**
     * The times of a ticket's date, or of its event if that is no series.
     *
     * @param to null if nobody has said it
     * @param admission null if nobody has said it
     * @param zone the event's time zone
     */
    public record Occasion(
            Instant from, @Nullable Instant to, @Nullable Instant admission, ZoneId zone) {}
}
