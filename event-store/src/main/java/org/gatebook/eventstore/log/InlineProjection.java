package org.gatebook.eventstore.log;

import java.util.List;
import org.gatebook.eventstore.RecordedEvent;

/** Projects events in the transaction that stores them. What it throws ends the unit. */
@FunctionalInterface
public interface InlineProjection {

    /** The events just stored, in order. */
    void project(List<RecordedEvent> recorded);
}
