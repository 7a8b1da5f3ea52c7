package org.gatebook.catalogue.usage;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.eventstore.UsageCounters.Counter;

/**
 * All that decides whether something is left: what orders have taken, and what vouchers, carts and the waiting list keep
 * for now (behaviour notes, orders 9 to 11).
 */
public interface Reservations {

    /**
     * The answer at this moment, with what the present unit has staged; one statement, and one more where quotas give
     * places back when people leave.
     */
    Reserved of(EventOffer offer, Question asked, Instant now);

    /**
     * What somebody wants to know.
     *
     * @param counters which counters
     * @param vouchers whose use in carts
     * @param seats which may be in carts or bound to vouchers
     * @param consumed carts that the present request buys
     */
    record Question(
            Collection<Counter> counters,
            Collection<Long> vouchers,
            Collection<Long> seats,
            Collection<String> consumed) {

        /** About these counters alone. */
        public static Question about(Collection<Counter> counters) {
            return new Question(counters, Set.of(), Set.of(), Set.of());
        }
    }
}
