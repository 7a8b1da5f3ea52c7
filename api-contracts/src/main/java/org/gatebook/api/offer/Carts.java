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

    /** Takes these positions out of their carts, because they were bought. */
    void remove(OrganizerSlug organizer, EventSlug event, Collection<CartPosition> bought);
}
