package org.gatebook.query.audit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The part of the log that a package is about. What lies before it makes the opening balances.
 *
 * @param from first moment
 * @param to moment behind the last one
 * @param zone in which days begin
 * @param after position of the last event before it, 0 if there is none
 * @param upTo position of the last event that may be in it
 */
public record Period(Instant from, Instant to, ZoneId zone, long after, long upTo) {

    /** Whether the event at a position is in it, and not before it. */
    public boolean holds(long position) {
        return position > after;
    }

    /** The day of a moment. */
    public LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
