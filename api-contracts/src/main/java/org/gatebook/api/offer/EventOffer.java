package org.gatebook.api.offer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.jspecify.annotations.Nullable;

/**
 * Everything an event offers, at one version of its catalogue. Vouchers, seats, customers and counters are not here:
 * there may be very many of them, so they are read by key.
 *
 * @param version grows with every change of the event's catalogue
 * @param series whether the event has dates of its own
 * @param zone the event's time zone
 * @param locale the event's default language
 */
public record EventOffer(
        OrganizerSlug organizer,
        EventSlug event,
        long version,
        Text name,
        Currency currency,
        boolean live,
        boolean testmode,
        boolean series,
        Instant dateFrom,
        @Nullable Instant dateTo,
        @Nullable Instant dateAdmission,
        ZoneId zone,
        String locale,
        EventTerms terms,
        Map<Long, Item> items,
        Map<Long, TaxRule> taxRules,
        Map<Long, Quota> quotas,
        Map<Long, Question> questions,
        Map<Long, Subevent> subevents,
        Map<Long, CheckinList> checkinLists,
        Map<Long, Integer> categoryPositions) {

    public EventOffer {
        items = Map.copyOf(items);
        taxRules = Map.copyOf(taxRules);
        quotas = Map.copyOf(quotas);
        questions = Map.copyOf(questions);
        subevents = Map.copyOf(subevents);
        checkinLists = Map.copyOf(checkinLists);
        categoryPositions = Map.copyOf(categoryPositions);
    }

    /** The product of this id. */
    public Optional<Item> item(long id) {
        return Optional.ofNullable(items.get(id));
    }

    /** The tax rule of a product, if it has one. */
    public Optional<TaxRule> taxRuleOf(Item item) {
        return Optional.ofNullable(item.taxRule()).map(taxRules::get);
    }

    /** All quotas in which a position of this product and date counts, by id. */
    public List<Quota> quotasOf(long item, @Nullable Long variation, @Nullable Long subevent) {
        return quotas.values().stream()
                .filter(q -> q.covers(item, variation, subevent))
                .sorted(Comparator.comparingLong(Quota::id))
                .toList();
    }
}
