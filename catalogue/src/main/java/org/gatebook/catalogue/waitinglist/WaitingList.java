package org.gatebook.catalogue.waitinglist;

import static org.gatebook.catalogue.resource.Sensitivity.PERSONAL;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.filter.Filters.flag;
import static org.gatebook.web.filter.Filters.reference;
import static org.gatebook.web.filter.Filters.text;
import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.email;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.reference.References.id;
import static org.gatebook.web.form.world.WorldTypes.phone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Quota;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Fields;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.Referrer;
import org.gatebook.catalogue.event.Referrers;
import org.gatebook.catalogue.person.NameScheme;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.catalogue.resource.ResourceType;
import org.gatebook.catalogue.setting.Settings;
import org.gatebook.catalogue.usage.PlacesLeft;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The declaration of entries of the waiting list; the order of the rules and the texts are the reference's. */
@Component
final class WaitingList implements Referrer {

    static final String KIND = "waiting_list_entry";

    private static final ResourceType TYPE =
            ResourceType.declare(KIND, KeptBy.NOBODY).build();

    static final Field<String> NAME = Field.optional("name", text()).nullable();
    static final Field<JsonNode> NAME_PARTS =
            Field.optional("name_parts", json().must(JsonNode::isObject, "Invalid data type"));
    static final Field<String> EMAIL = Field.required("email", email());
    static final Field<String> PHONE = Field.optional("phone", phone(true)).nullable();
    static final Field<Document> ITEM = Field.required("item", id(EventReferences.ITEM));
    static final Field<Document> VARIATION =
            Field.optional("variation", id(EventReferences.VARIATION)).nullable();
    static final Field<String> LOCALE =
            Field.optional("locale", choice(Settings.LANGUAGES)).orElse("en");
    static final Field<Document> SUBEVENT =
            Field.optional("subevent", id(EventReferences.SUBEVENT)).nullable();
    static final Field<Long> PRIORITY =
            Field.optional("priority", Fields.whole()).orElse(0L);

    private final Documents documents;
    private final EventOffers offers;
    private final PlacesLeft places;
    private final Resource resource;

    WaitingList(Documents documents, EventReferences references, EventOffers offers, PlacesLeft places) {
        this.documents = documents;
        this.offers = offers;
        this.places = places;
        Declaration declaration = Resource.declare(KIND, KeptBy.NOBODY)
                .id()
                .made(PLAIN, "created")
                .shown("name", (entry, links) -> name(entry))
                .input(NAME)
                .field(PERSONAL, NAME_PARTS)
                .field(PERSONAL, EMAIL)
                .field(PERSONAL, PHONE)
                .made(PLAIN, "voucher")
                .field(PLAIN, ITEM)
                .field(PLAIN, VARIATION)
                .field(PLAIN, LOCALE)
                .field(PLAIN, SUBEVENT)
                .field(PLAIN, PRIORITY)
                .before(this::requireWaiting)
                .before(this::check)
                .before(this::complete)
                .beforeDelete(entry -> requireWaiting(
                        entry, "This entry can not be deleted as it has already been assigned a voucher."))
                .filteredBy(
                        reference("item", Resource.number("item"), EventReferences.ITEM),
                        reference("variation", Resource.number("variation"), EventReferences.VARIATION),
                        text("email", Resource.column("email")),
                        text("locale", Resource.column("locale")),
                        flag("has_voucher", "document ->> 'voucher' IS NOT NULL", "document ->> 'voucher' IS NULL"),
                        reference("subevent", Resource.number("subevent"), EventReferences.SUBEVENT))
                .orderedById()
                .orderedBy("created")
                .orderedBy("email")
                .orderedByNumber("item")
                .usually(Resource.column("created") + ", id");
        Stream.of(EventReferences.ITEM, EventReferences.VARIATION, EventReferences.SUBEVENT)
                .forEach(relation -> references.one(declaration, relation));
        this.resource = declaration.build();
    }

    Resource resource() {
        return resource;
    }

    @Override
    public void letGo(Relation<Long, Document> kind, Document gone, Referrers referrers) {
        if (kind == EventReferences.ITEM) {
            referrers.drop(resource, ITEM.name(), gone);
        } else if (kind == EventReferences.VARIATION) {
            referrers.drop(resource, VARIATION.name(), gone);
        } else if (kind == EventReferences.SUBEVENT) {
            referrers.drop(resource, SUBEVENT.name(), gone);
        }
    }

    private static @Nullable String name(Document entry) {
        String name = NameScheme.wholeName(entry.object("name_parts"));
        return name.isEmpty() ? null : name;
    }

    private void requireWaiting(Change entry) {
        Document before = entry.before();
        if (before != null) {
            requireWaiting(before, "This entry can not be changed as it has already been assigned a voucher.");
        }
    }

    private static void requireWaiting(Document entry, String otherwise) {
        if (entry.get("voucher") != null) {
            throw ApiError.detail(403, otherwise).rejected();
        }
    }

    private void check(Change entry) {
        EventOffer offer = offers.of(
                entry.owner().organizer(), Objects.requireNonNull(entry.owner().event()));
        long item = Objects.requireNonNull(entry.number("item"));
        Long variation = entry.number("variation");
        Long date = entry.number("subevent");
        String complaint = Stream.<Supplier<@Nullable String>>of(
                        () -> twice(entry, item, variation, date),
                        () -> product(offer, item, variation),
                        () -> date(offer, date),
                        () -> entry.touches("item") || entry.touches("variation")
                                ? available(entry, offer, item, variation, date)
                                : null)
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (complaint != null) {
            throw entry.refused(complaint);
        }
    }

    private @Nullable String twice(Change entry, long item, @Nullable Long variation, @Nullable Long date) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("email", String.valueOf(entry.get("email")));
        values.put("item", item);
        values.put("variation", variation == null ? 0 : variation);
        values.put("date", date == null ? 0 : date);
        values.put("self", entry.id());
        boolean taken =
                documents.count(TYPE, ResourceSelection.of(entry.owner()).and("""
                    document ->> 'voucher' IS NULL AND document ->> 'email' = :email AND id <> :self
                    AND (document ->> 'item')::bigint = :item
                    AND coalesce((document ->> 'variation')::bigint, 0) = :variation
                    AND coalesce((document ->> 'subevent')::bigint, 0) = :date
                    """, values)) > 0;
        return taken
                ? "You are already on this waiting list! We will notify you as soon as we have a ticket available for"
                        + " you."
                : null;
    }

    private static @Nullable String product(EventOffer offer, long item, @Nullable Long variation) {
        Item offered = offer.items().get(item);
        if (offered == null) {
            return "The selected item does not belong to this event.";
        }
        if (variation == null) {
            return offered.variations().isEmpty() ? null : "Please select a specific variation of this product.";
        }
        return offered.variation(variation).isEmpty()
                ? "The selected variation does not belong to the selected item."
                : null;
    }

    private static @Nullable String date(EventOffer offer, @Nullable Long date) {
        if (offer.series()) {
            if (date == null) {
                return "Subevent cannot be null for event series.";
            }
            return offer.subevent(date).isEmpty() ? "The subevent does not belong to this event." : null;
        }
        return date == null ? null : "The subevent does not belong to this event.";
    }

    /** Who could buy need not wait. */
    private @Nullable String available(
            Change entry, EventOffer offer, long item, @Nullable Long variation, @Nullable Long date) {
        List<Quota> quotas = offer.quotasOf(item, variation, date);
        boolean free =
                places.of(offer, quotas, true, entry.now()).values().stream().allMatch(left -> left > 0);
        return free ? "This product is currently available." : null;
    }

    private void complete(Change entry) {
        if (entry.isNew()) {
            entry.set("created", entry.now()).fill("name_parts", Map.of());
        }
        String name = entry.input().find(NAME);
        JsonNode parts = entry.input().find(NAME_PARTS);
        if (name != null && parts != null && !parts.isEmpty()) {
            throw entry.refused("name", "Do not specify name if you specified name_parts.");
        }
        if (name != null) {
            entry.set("name_parts", Map.of("_legacy", name));
        } else if (parts != null && !parts.isEmpty() && !parts.has("_scheme")) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            if (entry.get("name_parts") instanceof Map<?, ?> sent) {
                sent.forEach((part, value) -> named.put(String.valueOf(part), value));
            }
            named.put("_scheme", scheme(entry));
            entry.set("name_parts", named);
        }
    }

    private String scheme(Change entry) {
        return offers.of(
                        entry.owner().organizer(),
                        Objects.requireNonNull(entry.owner().event()))
                .terms()
                .nameScheme();
    }
}
