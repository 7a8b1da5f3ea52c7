package org.gatebook.api.offer;

import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;

/**
 * What events offer, from memory. The answers are those of the present unit: a change that committed before it began, on
 * whatever node, is in them, and what the unit itself has changed as well.
 */
public interface EventOffers {

    /** What the event offers; empty when the organizer has no such event. */
    Optional<EventOffer> find(OrganizerSlug organizer, EventSlug event);

    /**
     * What the event offers, for requests whose path names it: they would not have come here without it.
     *
     * @throws IllegalStateException if the organizer has no such event: a defect
     */
    default EventOffer of(OrganizerSlug organizer, EventSlug event) {
        return find(organizer, event)
                .orElseThrow(() -> new IllegalStateException(organizer.value() + " has no event " + event.value()));
    }
}
