package org.gatebook.api.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.gatebook.api.OrganizerSlug;
import org.jspecify.annotations.Nullable;

/** Customer accounts as other modules need them. Read by key within the present transaction, never cached. */
public interface Customers {

    /** The customer with exactly this identifier, if the organizer has one. */
    Optional<CustomerReference> find(OrganizerSlug organizer, String identifier);

    /**
     * The customers as the API shows them (behaviour notes, reusable media 2.4), by identifier; unknown ones are left
     * out. The maps keep the order of the API's keys and hold JSON values.
     */
    Map<String, Map<String, @Nullable Object>> shown(OrganizerSlug organizer, Collection<String> identifiers);
}
