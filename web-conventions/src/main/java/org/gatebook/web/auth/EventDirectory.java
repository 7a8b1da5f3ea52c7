package org.gatebook.web.auth;

import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;

/** Knows which events exist: one that does not is 403, like one that is somebody else's (decisions, unknown parents). */
public interface EventDirectory {

    /** Whether the organizer has this event. Asked inside the request unit. */
    boolean exists(OrganizerSlug organizer, EventSlug event);
}
