package org.gatebook.api.ticket;

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
 * @param brokenRules why the list's rules refuse; null if they do not
 * @param questionsOpen whether questions that are asked at the door have no answer and the client can ask them
 * @param zone the event's time zone, for texts
 */
public record Door(
        CheckinList list,
        OrderStanding standing,
        boolean force,
        boolean ignoreUnpaid,
        @Nullable String brokenRules,
        boolean questionsOpen,
        ZoneId zone) {}
