package org.gatebook.api.offer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
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
 * @param version grows with every change of the event's catalogue, and of what it inherits from its organizer
 */
public record EventOffer(
        OrganizerSlug organizer,
        EventSlug event,
        long version,
        EventDetails details,
        EventTerms terms,
        Map<Long, Category> categories,
        Map<Long, Item> items,
        Map<Long, TaxRule> taxRules,
        Map<Long, Quota> quotas,
        Map<Long, Question> questions,
        Map<Long, Subevent> subevents,
        Map<Long, CheckinList> checkinLists,
        Map<Long, Discount> discounts) {

    public EventOffer {
        categories = Map.copyOf(categories);
        items = Map.copyOf(items);
        taxRules = Map.copyOf(taxRules);
        quotas = Map.copyOf(quotas);
        questions = Map.copyOf(questions);
        subevents = Map.copyOf(subevents);
        checkinLists = Map.copyOf(checkinLists);
        discounts = Map.copyOf(discounts);
    }

    /** The event's name. */
    public Text name() {
        return details.name();
    }

    /** The currency of all its prices. */
    public Currency currency() {
        return details.currency();
    }

    /** Whether its shop is open. */
    public boolean live() {
        return details.live();
    }

    /** Whether orders made now are test orders. */
    public boolean testmode() {
        return details.testmode();
    }

    /** Whether the event has dates of its own. */
    public boolean series() {
        return details.series();
    }

    /** When it begins. */
    public Instant dateFrom() {
        return details.dateFrom();
    }

    /** When it ends; null if nobody has said it. */
    public @Nullable Instant dateTo() {
        return details.dateTo();
    }

    /** When doors open; null if nobody has said it. */
    public @Nullable Instant dateAdmission() {
        return details.dateAdmission();
    }

    /** Its time zone. */
    public ZoneId zone() {
        return details.zone();
    }

    /** Its default language. */
    public String locale() {
        return details.locale();
    }

    /** The date of this id; empty if the event has no such date. */
    public Optional<Subevent> subevent(long id) {
        return Optional.ofNullable(subevents.get(id));
    }

    /** Those of these dates that the event has. */
    public List<Subevent> subevents(Collection<Long> ids) {
        return ids.stream().map(this::subevent).flatMap(Optional::stream).toList();
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
