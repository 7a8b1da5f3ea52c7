package org.gatebook.catalogue.seating;

import java.util.Collection;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;

/** Knows who sits where; implemented where orders are known. */
public interface SeatHolders {

    /** The order positions that hold these seats, by seat; free ones are left out. */
    Map<Long, Long> positions(OrganizerSlug organizer, EventSlug event, Collection<Long> seats);
}
