package org.gatebook.command.order.usage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.Subevent.DateOverride;
import org.gatebook.api.offer.Text;
import org.gatebook.eventstore.test.Blank;
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
        Item ticket = item(TICKET, "Ticket", List.of());
        Item workshop =
                item(WORKSHOP, "Workshop", List.of(variation(MORNING, "Morning"), variation(EVENING, "Evening")));
        Subevent date = Blank.of(Subevent.class)
                .with("id", DATE)
                .with("itemOverrides", disabled)
                .with("variationOverrides", disabled)
                .make();
        return Blank.of(EventOffer.class)
                .with("organizer", new OrganizerSlug("acme"))
                .with("event", new EventSlug("fest"))
                .with("items", Map.of(TICKET, ticket, WORKSHOP, workshop))
                .with("quotas", quotas)
                .with("subevents", Map.of(DATE, date))
                .make();
    }

    private static Item item(long id, String name, List<Item.Variation> variations) {
        return Blank.of(Item.class)
                .with("id", id)
                .with("name", text(name))
                .with("variations", variations)
                .make();
    }

    private static Item.Variation variation(long id, String name) {
        return Blank.of(Item.Variation.class)
                .with("id", id)
                .with("value", text(name))
                .make();
    }

    private static Text text(String english) {
        return new Text(Map.of("en", english));
    }
}
