package org.gatebook.api.offer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;

/** The carts of an event. Read and written within the present transaction. */
public interface Carts {

    /** What these carts hold that is not over yet, add-ons too; one statement, none for no carts. */
    List<CartPosition> held(OrganizerSlug organizer, EventSlug event, Collection<String> carts, Instant now);

    /** Ids of these positions and of all that goes with them: add-ons, even if their own time was over before. */
    List<Long> withParts(OrganizerSlug organizer, EventSlug event, Collection<CartPosition> positions);

    /** Takes positions out of their carts, because they were bought. */
    void remove(OrganizerSlug organizer, EventSlug event, Collection<Long> positions);
}
