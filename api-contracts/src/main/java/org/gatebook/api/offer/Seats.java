package org.gatebook.api.offer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;

/** The seats of an event, of which there may be very many. Read within the present transaction, never from memory. */
public interface Seats {

    /** Those that have one of these names in whichever date's plan; one statement, none for no names. */
    List<Seat> byGuid(OrganizerSlug organizer, EventSlug event, Collection<String> guids);

    /** Those that have one of these numbers, by number; one statement, none for no numbers. */
    Map<Long, Seat> byId(OrganizerSlug organizer, EventSlug event, Collection<Long> ids);
}
