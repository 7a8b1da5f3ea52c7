package org.gatebook.query.giftcard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.query.Expandable;
import org.gatebook.api.ticket.TicketLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the tickets that own cards as whole order positions (behaviour notes, gift cards 1.3). */
@Component
class OwnerTickets {

    private final TicketLookup tickets;

    OwnerTickets(TicketLookup tickets) {
        this.tickets = tickets;
    }

    /** The cards with their owners expanded, in their order; an owner is one of its issuer's tickets. */
    List<GiftCardView> expand(List<GiftCardView> cards) {
        Map<OrganizerSlug, List<Long>> wanted = new HashMap<>();
        for (GiftCardView card : cards) {
            if (card.ownerTicket() != null) {
                wanted.computeIfAbsent(card.issuer(), issuer -> new ArrayList<>())
                        .add(card.ownerTicket().id());
            }
        }
        Map<Long, Map<String, @Nullable Object>> shown = new HashMap<>();
        wanted.forEach((issuer, positions) -> shown.putAll(tickets.shown(issuer, positions, true)));
        return cards.stream().map(card -> expand(card, shown)).toList();
    }

    private static GiftCardView expand(GiftCardView card, Map<Long, Map<String, @Nullable Object>> shown) {
        if (card.ownerTicket() == null) {
            return card;
        }
        long owner = card.ownerTicket().id();
        Map<String, @Nullable Object> position = shown.get(owner);
        return card.withOwnerTicket(position == null ? null : new Expandable.Nested(owner, position));
    }
}
