package org.gatebook.query.ticket;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.ticket.TicketKey;
import org.gatebook.api.ticket.TicketLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** There are no orders, so there is no ticket: every link to one is unknown, as it is for a number never given. */
@Component
class NoTicketsYet implements TicketLookup {

    @Override
    public boolean isKnown(OrganizerSlug organizer, long position) {
        return false;
    }

    @Override
    public Optional<Long> find(OrganizerSlug organizer, TicketKey key) {
        return Optional.empty();
    }

    @Override
    public Map<Long, Map<String, @Nullable Object>> shown(
            OrganizerSlug organizer, Collection<Long> positions, boolean canceledToo) {
        return Map.of();
    }
}
