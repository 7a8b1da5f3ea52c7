package org.gatebook.api.order;

import java.util.List;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.PlaceQuery.TakenPlaces;
import org.gatebook.api.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Questions how many places of an event orders take (behaviour notes, orders 9.1), counted from the orders themselves.
 * Counters answer it faster; this is for who sets counters anew, and for what they do not tell apart.
 */
public sealed interface PlaceQuery extends Query<List<TakenPlaces>> {

    /** Places of these products in pending and paid orders. */
    record CountPlaces(OrganizerSlug organizer, EventSlug event, Set<Long> items) implements PlaceQuery {
        public CountPlaces {
            items = Set.copyOf(items);
        }
    }

    /** Those in pending orders alone, of which there are few at a time. */
    record CountPendingPlaces(OrganizerSlug organizer, EventSlug event, Set<Long> items) implements PlaceQuery {
        public CountPendingPlaces {
            items = Set.copyOf(items);
        }
    }

    /**
     * Those whose last scan at these lists went out and not in: their holders have left and do not come back.
     *
     * @param lists that let nobody in again
     */
    record CountExitedPlaces(OrganizerSlug organizer, EventSlug event, Set<Long> items, Set<Long> lists)
            implements PlaceQuery {
        public CountExitedPlaces {
            items = Set.copyOf(items);
            lists = Set.copyOf(lists);
        }
    }

    /** Places that come to so much, of one product, variation and date. */
    record TakenPlaces(
            long item, @Nullable Long variation, @Nullable Long subevent, long count) {}
}
