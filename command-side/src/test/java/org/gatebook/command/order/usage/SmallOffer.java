package org.gatebook.command.order.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventDetails;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventTerms;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.Subevent.DateOverride;
import org.gatebook.api.offer.Text;
import org.gatebook.api.offer.Validity;
import org.jspecify.annotations.Nullable;

/** An event with a ticket (1), a workshop (2) in the morning (21) and in the evening (22), and two dates (91, 92). */
final class SmallOffer {

    static final long TICKET = 1;
    static final long WORKSHOP = 2;
    static final long MORNING = 21;
    static final long EVENING = 22;
    static final long DATE = 91;

    private final Map<Long, Quota> quotas = new LinkedHashMap<>();
    private final Map<Long, DateOverride> disabled = new LinkedHashMap<>();

    static Product ticket() {
        return new Product(TICKET, null, null);
    }

    static Product workshop(long variation) {
        return new Product(WORKSHOP, variation, null);
    }

    SmallOffer quota(long id, @Nullable Integer size, long... products) {
        return quota(id, size, false, null, products);
    }

    SmallOffer closed(long id, @Nullable Integer size, long... products) {
        return quota(id, size, true, null, products);
    }

    SmallOffer dated(long id, @Nullable Integer size, long date, long... products) {
        return quota(id, size, false, date, products);
    }

    SmallOffer disabled(long product) {
        disabled.put(product, new DateOverride(null, true, null, null));
        return this;
    }

    private SmallOffer quota(long id, @Nullable Integer size, boolean closed, @Nullable Long date, long... products) {
        Set<Long> members = new TreeSet<>();
        for (long product : products) {
            members.add(product);
        }
        quotas.put(id, new Quota(id, "quota " + id, size, date, members, members, closed, false, false, false));
        return this;
    }

    EventOffer build() {
        return new EventOffer(
                new OrganizerSlug("acme"),
                new EventSlug("fest"),
                1,
                new EventDetails(
                        5,
                        text("Fest"),
                        Currency.getInstance("EUR"),
                        true,
                        false,
                        true,
                        false,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        text(""),
                        ZoneOffset.UTC,
                        "en",
                        Set.of(),
                        null,
                        Map.of(),
                        null),
                terms(),
                Map.of(),
                Map.of(
                        TICKET, item(TICKET, "Ticket", List.of()),
                        WORKSHOP,
                                item(
                                        WORKSHOP,
                                        "Workshop",
                                        List.of(variation(MORNING, "Morning"), variation(EVENING, "Evening")))),
                Map.of(),
                quotas,
                Map.of(),
                Map.of(
                        DATE,
                        new Subevent(
                                DATE,
                                text("First"),
                                true,
                                true,
                                Instant.EPOCH,
                                null,
                                null,
                                null,
                                null,
                                text(""),
                                null,
                                Map.of(),
                                disabled,
                                disabled)),
                Map.of(),
                Map.of());
    }

    private static EventTerms terms() {
        Text nothing = text("");
        return new EventTerms(
                "full",
                List.of("en"),
                10,
                30,
                false,
                null,
                new EventTerms.Payment(Set.of(), Set.of(), false, 14, 0, true, null, true, true, 0),
                new EventTerms.Tickets("random", 32, Set.of(), true, null, false, true, true),
                new EventTerms.Invoices(
                        "False",
                        Set.of(),
                        "",
                        "",
                        5,
                        true,
                        false,
                        true,
                        false,
                        "",
                        new EventTerms.Sender("", "", "", "", "", "", ""),
                        nothing,
                        nothing,
                        nothing));
    }

    private static Item item(long id, String name, List<Item.Variation> variations) {
        return new Item(
                id,
                text(name),
                null,
                BigDecimal.TEN,
                true,
                true,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                new Validity.Unlimited(),
                variations,
                false,
                true,
                false,
                List.of(),
                List.of());
    }

    private static Item.Variation variation(long id, String name) {
        return new Item.Variation(id, text(name), true, null, false, null, 0, false);
    }

    private static Text text(String english) {
        return new Text(Map.of("en", english));
    }
}
