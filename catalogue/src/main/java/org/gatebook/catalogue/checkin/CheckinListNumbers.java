package org.gatebook.catalogue.checkin;

import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.CheckinList;

/** Counts tickets for check-in lists, to be shown with them; implemented where tickets are known. */
public interface CheckinListNumbers {

    /**
     * The numbers of these lists of one event, by list, as the present unit sees them (behaviour notes, check-in 4.1,
     * {@code status/}). What is left out counts as zero.
     */
    Map<Long, Numbers> of(OrganizerSlug organizer, EventSlug event, List<CheckinList> lists);

    /**
     * @param positions tickets that the list is about
     * @param checkins those of them that entered at least once
     */
    record Numbers(long positions, long checkins) {

        /** Of a list without tickets. */
        public static final Numbers NONE = new Numbers(0, 0);
    }
}
