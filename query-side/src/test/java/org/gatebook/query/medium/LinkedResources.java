package org.gatebook.query.medium;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.CustomerReference;
import org.gatebook.api.catalogue.Customers;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCards;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.query.Links;
import org.gatebook.api.ticket.TicketKey;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.eventstore.registry.EventFamily;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The media's part of the query side, and the little of its neighbours that media can be linked to. */
@Configuration(proxyBeanMethods = false)
@Import({MediumReadModel.class, MediumLinks.class, MediumAnswers.class})
class LinkedResources {

    static final OrganizerSlug OWNER = new OrganizerSlug("owner");
    static final GiftCardId CARD = new GiftCardId(50);
    static final long TICKET = 60;
    static final long CANCELED_TICKET = 61;

    @Bean
    EventFamily events() {
        return EventFamily.of(MediumEvent.class);
    }

    @Bean
    OneCard cards() {
        return new OneCard();
    }

    @Bean
    TicketLookup tickets() {
        return new TwoTickets();
    }

    @Bean
    Customers customers() {
        return new AnyCustomer();
    }

    static class OneCard {
        @QueryHandler
        Map<GiftCardId, GiftCardView> show(ShowGiftCards query) {
            return Map.of(
                    CARD,
                    new GiftCardView(
                            CARD, "GC", Instant.EPOCH, CardAmount.NOTHING, "EUR", false, null, null, null, OWNER));
        }
    }

    private static final class TwoTickets implements TicketLookup {
        @Override
        public boolean isKnown(OrganizerSlug organizer, long position) {
            return position == TICKET || position == CANCELED_TICKET;
        }

        @Override
        public Optional<Long> find(OrganizerSlug organizer, TicketKey key) {
            return Optional.empty();
        }

        @Override
        public Set<String> secretsOf(OrganizerSlug organizer, EventSlug event, Collection<String> secrets) {
            return Set.of();
        }

        @Override
        public Map<Long, Map<String, @Nullable Object>> shown(
                OrganizerSlug organizer, Collection<Long> positions, boolean canceledToo, Links links) {
            Map<Long, Map<String, @Nullable Object>> shown = new LinkedHashMap<>();
            for (Long position : positions) {
                if (canceledToo || position != CANCELED_TICKET) {
                    shown.put(position, Map.of("id", position));
                }
            }
            return shown;
        }
    }

    private static final class AnyCustomer implements Customers {
        @Override
        public Optional<CustomerReference> find(OrganizerSlug organizer, String identifier) {
            return Optional.empty();
        }

        @Override
        public Map<String, Map<String, @Nullable Object>> shown(
                OrganizerSlug organizer, Collection<String> identifiers) {
            Map<String, Map<String, @Nullable Object>> shown = new LinkedHashMap<>();
            identifiers.forEach(identifier -> shown.put(identifier, Map.of("identifier", identifier)));
            return shown;
        }
    }
}
