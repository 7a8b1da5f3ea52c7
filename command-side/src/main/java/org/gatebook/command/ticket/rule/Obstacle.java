package org.gatebook.command.ticket.rule;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A condition that does not hold.
 *
 * @param text what is told at the door
 */
record Obstacle(Hardness hardness, String text) {

    /** A condition that never holds. */
    static final Obstacle ALWAYS = new Obstacle(new Hardness(100_000, BigDecimal.ZERO), "Always false");

    /**
     * How hard it is to change.
     *
     * @param rigidity the higher, the less the attendee can do about it: how often one enters is easier to change than
     *     when, and a ticket's product can hardly be changed at all
     * @param distance how far away the condition is from holding
     */
    record Hardness(int rigidity, BigDecimal distance) implements Comparable<Hardness> {

        static final Hardness NONE = new Hardness(0, BigDecimal.ZERO);

        private static final Comparator<Hardness> ORDER =
                Comparator.comparingInt(Hardness::rigidity).thenComparing(Hardness::distance);

        @Override
        public int compareTo(Hardness other) {
            return ORDER.compare(this, other);
        }
    }
}
