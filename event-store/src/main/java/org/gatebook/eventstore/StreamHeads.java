package org.gatebook.eventstore;

/**
 * How far streams go, as the current unit has read it beside something else. A command's aggregate that is remembered up
 * to there is not asked for the events after it (ADR 0049): a question that leads to a command brings the sequence of its
 * stream's last event for next to nothing, while a statement of its own is a round trip. Nothing relies on it but the
 * choice of whether to ask: what another unit stores in between takes the next sequence, and then this unit starts again.
 */
public interface StreamHeads {

    /**
     * The last sequence of a stream as a scalar subquery; null if it has no event.
     *
     * @param aggregateId a text expression
     */
    static String sql(String aggregateId) {
        return "(select e.sequence from events.event e where e.aggregate_id = " + aggregateId
                + " order by e.sequence desc limit 1)";
    }

    /**
     * Notes what a statement of the current unit has found; without meaning in a unit that only reads.
     *
     * @param sequence of the last event, from the log and never from what follows it
     */
    void seen(String aggregateId, long sequence);
}
