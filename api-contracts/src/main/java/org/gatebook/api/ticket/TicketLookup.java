package org.gatebook.api.ticket;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.query.Links;
import org.jspecify.annotations.Nullable;

/** Tickets as resources that link to them need them. Read within the present transaction, never cached. */
public interface TicketLookup {

    /** Whether some event of the organizer has a position of this number; cancelled ones count. */
    boolean isKnown(OrganizerSlug organizer, long position);

    /** The number of the position that a client means, among those of the organizer that are not cancelled. */
    Optional<Long> find(OrganizerSlug organizer, TicketKey key);

    /** Those of these secrets that positions of the event have, cancelled ones too; one statement. */
    Set<String> secretsOf(OrganizerSlug organizer, EventSlug event, Collection<String> secrets);

    /**
     * Positions as the API shows them below other resources: all keys, {@code order} as code and event, empty
     * {@code pdf_data} (behaviour notes, gift cards 1.3). By number; unknown ones are left out. The maps keep the order of
     * the API's keys and hold JSON values.
     *
     * @param canceledToo whether cancelled positions are shown; lists and details show none, a medium's lookup does
     * @param links of the positions
     */
    Map<Long, Map<String, @Nullable Object>> shown(
            OrganizerSlug organizer, Collection<Long> positions, boolean canceledToo, Links links);
}
