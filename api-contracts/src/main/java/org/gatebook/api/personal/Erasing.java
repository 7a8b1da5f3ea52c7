package org.gatebook.api.personal;

import java.util.Set;
import org.gatebook.api.event.DomainEvent;

/**
 * An event that stands in every stream that holds values of a subject whose key was destroyed with it: from here on nobody
 * can read them, in the whole stream. So whoever keeps something made of the stream makes it again from its first event,
 * and whoever remembers the key forgets it.
 */
public interface Erasing extends DomainEvent {

    /** Whose keys were destroyed, as far as the stream has to do with them. */
    Set<SubjectId> erased();
}
