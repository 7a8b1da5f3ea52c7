package org.gatebook.catalogue.checkin;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.optionalMoment;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.filter.Filters.moment;
import static org.gatebook.web.filter.Filters.number;
import static org.gatebook.web.filter.Filters.reference;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.reference.References.ids;
import static org.gatebook.web.form.reference.References.slugs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.directory.OrganizerSnapshots;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.Referrer;
import org.gatebook.catalogue.event.Referrers;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.saleschannel.SalesChannels;
import org.gatebook.catalogue.subevent.Subevents;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The declaration of check-in lists (behaviour notes, check-in 4.1). */
@Component
public final class CheckinLists implements Referrer {

    static final String KIND = "checkinlist";

    static final Field<String> NAME = Field.required("name", text().upTo(190));
    static final Field<Boolean> ALL_PRODUCTS = flag("all_products", true);
    static final Field<List<Long>> LIMIT_PRODUCTS = Field.optional(
                    "limit_products", ids(EventReferences.ITEM).as(CheckinLists::numbers))
            .orElse(List.of());
    static final Field<Document> SUBEVENT =
            Field.optional("subevent", id(EventReferences.SUBEVENT)).nullable();
    static final Field<Boolean> INCLUDE_PENDING = flag("include_pending", false);
    static final Field<List<String>> AUTO_CHECKIN_SALES_CHANNELS = Field.optional(
                    "auto_checkin_sales_channels",
                    slugs("identifier", SalesChannels.CHANNEL).as(CheckinLists::identifiers))
            .orElse(List.of());
    static final Field<Boolean> ALLOW_MULTIPLE_ENTRIES = flag("allow_multiple_entries", false);
    static final Field<Boolean> ALLOW_ENTRY_AFTER_EXIT = flag("allow_entry_after_exit", true);
    static final Field<JsonNode> RULES = Field.optional("rules", json()).orElse(JsonNodeFactory.instance.objectNode());
    static final Field<Instant> EXIT_ALL_AT = optionalMoment("exit_all_at");
    static final Field<Boolean> ADDON_MATCH = flag("addon_match", false);
    static final Field<Boolean> IGNORE_IN_STATISTICS = flag("ignore_in_statistics", false);
    static final Field<Boolean> CONSIDER_TICKETS_USED = flag("consider_tickets_used", true);

    private static final String DATE = "(resource.document ->> 'subevent')::bigint";

    /** Moments of the list's date; null for a list of all dates. */
    private static final String DATE_FROM = """
        (SELECT (s.document ->> 'date_from')::timestamptz FROM ops.resource s
         WHERE s.kind = 'subevent' AND s.id = %s)\
        """.formatted(DATE);

    private static final String DATE_END = """
        (SELECT coalesce(s.document ->> 'date_to', s.document ->> 'date_from')::timestamptz FROM ops.resource s
         WHERE s.kind = 'subevent' AND s.id = %s)\
        """.formatted(DATE);

    private final EventReferences references;
    private final EventOffers offers;
    private final Subevents subevents;
    private final ObjectProvider<CheckinListNumbers> numbers;
    private final Resource resource;

    public CheckinLists(
            EventReferences references,
            EventOffers offers,
            OrganizerSnapshots organizers,
            Subevents subevents,
            Referrers referrers,
            ObjectProvider<CheckinListNumbers> numbers) {
        this.references = references;
        this.offers = offers;
        this.subevents = subevents;
        this.numbers = numbers;
        Declaration declaration = Resource.declare(KIND, KeptBy.EVENT)
                .id()
                .field(PLAIN, NAME)
                .field(PLAIN, ALL_PRODUCTS)
                .field(PLAIN, LIMIT_PRODUCTS)
                .field(PLAIN, SUBEVENT)
                .expandable(SUBEVENT.name(), this::dates)
                .gathered(this::count, "checkin_count", "position_count")
                .field(PLAIN, INCLUDE_PENDING)
                .field(PLAIN, AUTO_CHECKIN_SALES_CHANNELS)
                .field(PLAIN, ALLOW_MULTIPLE_ENTRIES)
                .field(PLAIN, ALLOW_ENTRY_AFTER_EXIT)
                .field(PLAIN, RULES)
                .field(PLAIN, EXIT_ALL_AT)
                .field(PLAIN, ADDON_MATCH)
                .field(PLAIN, IGNORE_IN_STATISTICS)
                .field(PLAIN, CONSIDER_TICKETS_USED)
                .refers(SalesChannels.CHANNEL, organizers::salesChannel)
                .before(this::withinEvent)
                .before(CheckinLists::lawful)
                .afterDelete(list -> referrers.gone(EventReferences.CHECKIN_LIST, list))
                .filteredBy(
                        reference("subevent", DATE, EventReferences.SUBEVENT),
                        // A list of all dates matches any; an unknown number is no fault here.
                        number("subevent_match", DATE + " IS NULL OR " + DATE),
                        moment("ends_after", "coalesce(%s >= :%%s, true)".formatted(DATE_END)))
                .orderedById()
                .orderedBy("name")
                .orderedBy("subevent__date_from", DATE_FROM, DATE_FROM + " desc")
                .usually(DATE_FROM + ", " + Resource.column("name") + ", id")
                .dated()
                .excludable();
        references.many(declaration, EventReferences.ITEM);
        references.one(declaration, EventReferences.SUBEVENT);
        this.resource = declaration.build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    @Override
    public void letGo(Relation<Long, Document> kind, Document gone, Referrers referrers) {
        if (kind == EventReferences.ITEM) {
            referrers.unlist(resource, LIMIT_PRODUCTS.name(), gone.id(), gone.owner());
        } else if (kind == EventReferences.SUBEVENT) {
            referrers.drop(resource, SUBEVENT.name(), gone);
        }
    }

    /** Looks at what this write says only: what was deleted since is none of its faults. */
    private void withinEvent(Change change) {
        var offer = offers.of(
                change.owner().organizer(),
                Objects.requireNonNull(change.owner().event()));
        if (change.touches("limit_products") && !offer.items().keySet().containsAll(change.numbers("limit_products"))) {
            throw change.refused("One or more items do not belong to this event.");
        }
        Long date = change.number("subevent");
        if (change.touches("subevent") && date != null && offer.subevent(date).isEmpty()) {
            throw change.refused("The subevent does not belong to this event.");
        }
    }

    private static void lawful(Change change) {
        JsonNode rules = change.input().find(RULES);
        String fault = rules == null ? null : CheckinRules.fault(rules);
        if (fault != null) {
            throw change.refused(fault);
        }
    }

    private Map<Long, Map<String, @Nullable Object>> dates(List<Document> lists, LinkBase links) {
        Map<Long, Map<String, @Nullable Object>> dates = new LinkedHashMap<>();
        if (lists.isEmpty()) {
            return dates;
        }
        Map<Long, Object> shown = new LinkedHashMap<>();
        List<Long> wanted = lists.stream()
                .map(list -> list.numberOrNull(SUBEVENT.name()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        references
                .some(EventReferences.SUBEVENT, lists.getFirst().owner(), wanted)
                .forEach(date -> shown.put(date.id(), subevents.resource().show(date, links)));
        for (Document list : lists) {
            Map<String, @Nullable Object> date = new LinkedHashMap<>();
            Long number = list.numberOrNull(SUBEVENT.name());
            date.put(SUBEVENT.name(), number == null ? null : shown.get(number));
            dates.put(list.id(), date);
        }
        return dates;
    }

    private Map<Long, Map<String, @Nullable Object>> count(List<Document> lists, LinkBase links) {
        Map<Long, Map<String, @Nullable Object>> counts = new LinkedHashMap<>();
        if (lists.isEmpty()) {
            return counts;
        }
        Owner owner = lists.getFirst().owner();
        CheckinListNumbers counting = numbers.getIfAvailable();
        Map<Long, CheckinListNumbers.Numbers> found = counting == null
                ? Map.of()
                : counting.of(
                        owner.organizer(),
                        Objects.requireNonNull(owner.event()),
                        lists.stream().map(CheckinListsOffered::read).toList());
        for (Document list : lists) {
            var ofList = found.getOrDefault(list.id(), CheckinListNumbers.Numbers.NONE);
            counts.put(list.id(), Map.of("checkin_count", ofList.checkins(), "position_count", ofList.positions()));
        }
        return counts;
    }

    /** Products in the order of their numbers, each once, however they were sent. */
    private static List<Long> numbers(List<Document> items) {
        return List.copyOf(new TreeSet<>(items.stream().map(Document::id).toList()));
    }

    private static List<String> identifiers(List<Document> channels) {
        return List.copyOf(new LinkedHashSet<>(
                channels.stream().map(channel -> channel.text("identifier")).toList()));
    }
}
