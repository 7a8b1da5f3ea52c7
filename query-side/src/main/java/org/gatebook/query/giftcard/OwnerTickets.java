package org.gatebook.query.giftcard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardExpansion;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.query.Expandable;
import org.gatebook.api.query.Links;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.web.page.Expansion;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the tickets that own cards as whole order positions (behaviour notes, gift cards 1.3). */
@Component
class OwnerTickets {

    private final TicketLookup tickets;

    OwnerTickets(TicketLookup tickets) {
        this.tickets = tickets;
    }

    /** Links of the owners, if the client wants to see them as whole positions; else null. */
    static @Nullable Links asked(ApiRequest request) {
        return Expansion.of(request.query(), GiftCardExpansion.OWNER_TICKET).has(GiftCardExpansion.OWNER_TICKET)
                ? new Links(request.links().origin())
                : null;
    }

    /** The page as the client wants to see it. */
    Page<GiftCardView> expandIfAsked(Page<GiftCardView> page, ApiRequest request) {
        Links asked = asked(request);
        return asked == null ? page : page.with(expand(page.rows(), asked));
    }

    /** The cards with their owners expanded, in their order; an owner is one of its issuer's tickets. */
    List<GiftCardView> expand(List<GiftCardView> cards, Links links) {
        Map<OrganizerSlug, List<Long>> wanted = new HashMap<>();
        for (GiftCardView card : cards) {
            if (card.ownerTicket() != null) {
                wanted.computeIfAbsent(card.issuer(), issuer -> new ArrayList<>())
                        .add(card.ownerTicket().id());
            }
        }
        Map<Long, Map<String, @Nullable Object>> shown = new HashMap<>();
        wanted.forEach((issuer, positions) -> shown.putAll(tickets.shown(issuer, positions, true, links)));
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
