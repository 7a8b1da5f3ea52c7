package org.gatebook.web.auth;

import java.util.Set;
import org.gatebook.api.EventSlug;

/** Which events of its organizer a credential may touch. */
public sealed interface EventReach {

    /** Whether this event is among them; says nothing about whether it exists. */
    boolean includes(EventSlug event);

    /** Every event, also those that come later. */
    record All() implements EventReach {
        @Override
        public boolean includes(EventSlug event) {
            return true;
        }
    }

    /** These events only. */
    record Only(Set<EventSlug> events) implements EventReach {
        public Only {
            events = Set.copyOf(events);
        }

        @Override
        public boolean includes(EventSlug event) {
            return events.contains(event);
        }
    }
}
