package org.gatebook.eventstore.streaming;

import java.util.List;
import org.gatebook.eventstore.RecordedEvent;

/**
 * A projection that may follow the log a moment later: statistics, mail, files. Implementations are Spring beans and
 * write through the current transaction, which also stores how far they have come: whatever happens, each event is
 * projected once.
 */
public interface StreamingProjection {

    /** Stable name of the processor; tokens, dead letters and gauges go by it. */
    String name();

    /**
     * Projects events, in the order of the log. One that cannot be projected may throw: all are then taken back and tried
     * one by one, and the guilty one becomes a dead letter, with everything later of its stream.
     */
    void project(List<RecordedEvent> events);

    /**
     * Whether it works a small share of its time only as long as this node stores events, and may so fall behind until there
     * is less to do.
     */
    default boolean yields() {
        return false;
    }

    /** Removes everything that was projected; the next event is the first of the log. */
    void clear();
}
