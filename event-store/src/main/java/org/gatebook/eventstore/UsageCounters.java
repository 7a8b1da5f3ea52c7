package org.gatebook.eventstore;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How much of what is limited is taken: places of quotas, uses of vouchers, seats (design, section 2, "Ledgers"; ADR
 * 0024). Decisions read without a lock; what they take is staged and counted by the last statement of the unit, so that
 * a hot counter is locked for no longer than the commit takes. If something came between reading and counting, the unit
 * collides and decides anew: no interleaving of units on any number of nodes exceeds a limit.
 *
 * <p>A unit that counts was opened for an event, and its decision was made on that event's catalogue in the version that
 * the unit has entered with.
 */
public interface UsageCounters {

    /**
     * One thing that is limited.
     *
     * @param kind what sort of thing, for example {@code quota}
     * @param id its number among those
     */
    record Counter(String kind, long id) implements Comparable<Counter> {

        private static final Comparator<Counter> ORDER =
                Comparator.comparing(Counter::kind).thenComparingLong(Counter::id);

        @Override
        public int compareTo(Counter other) {
            return ORDER.compare(this, other);
        }
    }

    /** How much is taken, with what this unit has staged; one statement. Never counted is 0. */
    Map<Counter, Long> used(Collection<Counter> counters);

    /** How much this unit has staged so far, for who reads what is stored together with other things. */
    long staged(Counter counter);

    /** Takes so much, or gives it back if negative, when the unit ends. Several changes add up. */
    void change(Counter counter, long by);

    /**
     * Says how high a counter may be when the unit ends; the smallest of several counts. It binds a unit that raises the
     * counter: who gives something back may leave it above.
     */
    void limit(Counter counter, long most);

    /**
     * Says that the decision stands on what was kept for others at this moment: if more was kept by the end of the unit, it
     * is repeated.
     *
     * @param kept as it was read, together with what is kept
     */
    void decidedOn(long kept);

    /**
     * For who keeps something for somebody without selling it, such as carts; to be called before one looks what is left.
     * Waits for units that are counting, lets none count before the present unit ends, and makes those that have decided on
     * less decide again. What is kept is sold later without being looked for again, so nobody may sell it in between.
     */
    void keep();

    /**
     * Sets counters anew, for who edits what they count: quotas and their products, for example. No unit of this event
     * counts between the counting and the end of the present unit, and those that have decided on the old catalogue
     * decide again, because the editor steps its version in the same unit.
     *
     * @param exact counts, after everything that was counted before is committed
     */
    void recount(Supplier<Map<Counter, Long>> exact);
}
