package org.gatebook.query.checkin.pretixdroid;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Subevent;
import org.gatebook.catalogue.organizer.Organizers;
import org.gatebook.catalogue.pretixdroid.Pairing;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many came, as the info screen shows it (behaviour notes, pretixdroid 5.6). Counted are scans, exits and repetitions
 * too, of whatever product, and not tickets as in the main API.
 */
@Component
class PretixdroidStatus {

    private static final String COUNTS = """
        select t.item, t.variation,
               count(*) filter (where not t.canceled and (:all or t.item = any (:items))) as tickets,
               coalesce(sum(c.scans), 0) as scans
        from ticket t join orders o on o.id = t.order_id
        left join (select ticket, count(*) as scans from checkin
                   where list = :list and successful group by ticket) c on c.ticket = t.id
        where t.organizer = :organizer and t.event = :event
          and o.organizer = :organizer and o.event = :event and not o.deleted
          and (o.status = 'p' or (:pending and o.status = 'n'))
          and t.subevent is not distinct from cast(:date as bigint)
        group by 1, 2
        """;

    private final JdbcClient jdbc;
    private final Documents documents;

    PretixdroidStatus(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    private record Count(long item, @Nullable Long variation, long tickets, long scans) {}

    /** The keys of the answer. */
    Map<String, Object> of(Pairing pairing, LinkBase links, String language) {
        List<Count> counts = counts(pairing);
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("event", event(pairing, links, language));
        keys.put("checkins", sum(counts, any -> true, Count::scans));
        keys.put("total", sum(counts, any -> true, Count::tickets));
        keys.put(
                "items",
                pairing.offer().items().values().stream()
                        .sorted(Comparator.comparingLong(Item::id))
                        .map(item -> item(item, counts, language))
                        .toList());
        return keys;
    }

    private List<Count> counts(Pairing pairing) {
        return jdbc.sql(COUNTS)
                .param("organizer", pairing.offer().organizer().value())
                .param("event", pairing.offer().event().value())
                .param("list", pairing.list().id())
                .param("all", pairing.list().allProducts())
                .param("items", pairing.list().limitProducts().toArray(Long[]::new))
                .param("pending", pairing.list().includePending())
                .param("date", pairing.date() == null ? null : pairing.date().id())
                .query((row, number) -> new Count(
                        row.getLong("item"),
                        row.getObject("variation", Long.class),
                        row.getLong("tickets"),
                        row.getLong("scans")))
                .list();
    }

    /** Without a date the key of the date says the event's name, as in the reference. */
    private Map<String, @Nullable Object> event(Pairing pairing, LinkBase links, String language) {
        EventOffer offer = pairing.offer();
        Subevent date = pairing.date();
        String organizer = offer.organizer().value();
        Map<String, Object> owner = new LinkedHashMap<>();
        owner.put(
                "name",
                documents
                        .byKey(Organizers.ORGANIZER.type(), Owner.of(offer.organizer()), organizer)
                        .map(document -> document.text("name"))
                        .orElse(organizer));
        owner.put("slug", organizer);
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("name", (date == null ? offer.name() : date.name()).in(language));
        event.put("list", pairing.list().name());
        event.put("slug", offer.event().value());
        event.put("organizer", owner);
        event.put("subevent", date == null ? offer.name().in(language) : (Object) date.id());
        event.put("date_from", ApiText.moment(date == null ? offer.dateFrom() : date.dateFrom()));
        var to = date == null ? offer.dateTo() : date.dateTo();
        event.put("date_to", to == null ? null : ApiText.moment(to));
        event.put("timezone", offer.zone().getId());
        event.put("url", links.to("/" + organizer + "/" + offer.event().value() + "/"));
        return event;
    }

    private static Map<String, Object> item(Item item, List<Count> counts, String language) {
        Predicate<Count> ofItem = count -> count.item() == item.id();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", item.id());
        shown.put("name", item.label(language));
        shown.put("admission", item.admission());
        shown.put("checkins", sum(counts, ofItem, Count::scans));
        shown.put("total", sum(counts, ofItem, Count::tickets));
        shown.put(
                "variations",
                item.variations().stream()
                        .sorted(Comparator.comparingInt(Item.Variation::position)
                                .thenComparingLong(Item.Variation::id))
                        .map(variation -> variation(variation, counts, language))
                        .toList());
        return shown;
    }

    private static Map<String, Object> variation(Item.Variation variation, List<Count> counts, String language) {
        Predicate<Count> ofVariation = count -> Objects.equals(count.variation(), variation.id());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", variation.id());
        shown.put("name", variation.value().in(language));
        shown.put("checkins", sum(counts, ofVariation, Count::scans));
        shown.put("total", sum(counts, ofVariation, Count::tickets));
        return shown;
    }

    private static long sum(List<Count> counts, Predicate<Count> which, ToLongFunction<Count> number) {
        return counts.stream().filter(which).mapToLong(number).sum();
    }
}
