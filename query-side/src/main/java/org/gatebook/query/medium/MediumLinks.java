package org.gatebook.query.medium;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.Customers;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCards;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.medium.MediumExpansion;
import org.gatebook.api.medium.MediumView;
import org.gatebook.api.query.Expandable;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.eventstore.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows what media are linked to as whole resources (behaviour notes, reusable media 2.4), in one question for all media
 * of a page. Who may see the medium sees them: no other permission is asked for.
 */
@Component
class MediumLinks {

    private final Questions questions;
    private final TicketLookup tickets;
    private final Customers customers;

    MediumLinks(Questions questions, TicketLookup tickets, Customers customers) {
        this.questions = questions;
        this.tickets = tickets;
        this.customers = customers;
    }

    /**
     * The media with what is asked for expanded, in their order.
     *
     * @param owner of all these media
     * @param canceledTickets whether a cancelled ticket is shown; otherwise its link becomes null
     */
    List<MediumView> expand(
            OrganizerSlug owner, List<MediumView> media, MediumExpansion expansion, boolean canceledTickets) {
        if (expansion.isNone() || media.isEmpty()) {
            return media;
        }
        Map<String, Map<String, @Nullable Object>> shownCustomers =
                expansion.customer() ? customers.shown(owner, customersOf(media)) : Map.of();
        Map<Long, Map<String, @Nullable Object>> shownTickets = expansion.ticket()
                ? tickets.shown(
                        owner, links(media, MediumView::linkedOrderPosition), canceledTickets, expansion.links())
                : Map.of();
        Map<GiftCardId, GiftCardView> shownCards = expansion.giftCard()
                ? questions.ask(new ShowGiftCards(cardsOf(media), expansion.cardOwner() ? expansion.links() : null))
                : Map.of();
        return media.stream()
                .map(medium -> medium.withLinks(
                        expansion.customer() && medium.customer() != null
                                ? shownCustomers.get(medium.customer().toString())
                                : medium.customer(),
                        expansion.ticket()
                                ? nested(medium.linkedOrderPosition(), shownTickets::get)
                                : medium.linkedOrderPosition(),
                        expansion.giftCard()
                                ? nested(medium.linkedGiftCard(), card -> shownCards.get(new GiftCardId(card)))
                                : medium.linkedGiftCard()))
                .toList();
    }

    private static @Nullable Expandable nested(@Nullable Expandable link, Function<Long, @Nullable Object> shown) {
        Object resource = link == null ? null : shown.apply(link.id());
        return link == null || resource == null ? null : new Expandable.Nested(link.id(), resource);
    }

    private static Set<String> customersOf(List<MediumView> media) {
        return media.stream()
                .map(MediumView::customer)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static Set<GiftCardId> cardsOf(List<MediumView> media) {
        return links(media, MediumView::linkedGiftCard).stream()
                .map(GiftCardId::new)
                .collect(Collectors.toSet());
    }

    private static Collection<Long> links(List<MediumView> media, Function<MediumView, @Nullable Expandable> link) {
        return media.stream()
                .map(link)
                .filter(Objects::nonNull)
                .map(Expandable::id)
                .collect(Collectors.toSet());
    }
}
