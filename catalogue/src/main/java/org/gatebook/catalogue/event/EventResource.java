package org.gatebook.catalogue.event;

import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.catalogue.channel.ChannelFields;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.setting.EventSettings;
import org.gatebook.catalogue.event.signing.SigningKeys;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.seating.SeatedPlaces;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The declaration of events. What an event inherits is not in its document but in that of its settings. */
@Component
final class EventResource {

    static final String KIND = "event";

    private final EventSettings settings;
    private final EventRules rules;
    private final EventDeletion deletion;
    private final SigningKeys keys;
    private final ChannelFields channels;
    private final SeatedPlaces seating;
    private final Resource resource;
    private final Resource listed;

    EventResource(
            EventSettings settings,
            EventRules rules,
            EventDeletion deletion,
            SigningKeys keys,
            ChannelFields channels,
            SeatedPlaces seating) {
        this.settings = settings;
        this.rules = rules;
        this.deletion = deletion;
        this.keys = keys;
        this.channels = channels;
        this.seating = seating;
        this.resource = declare(true);
        this.listed = declare(false);
    }

    private Resource declare(boolean withKeys) {
        Declaration declaration = Resource.declare(KIND, KeptBy.EVENT)
                .addressedByKey()
                .filteredBy(EventFilters.ALL)
                .orderedBy("slug")
                .orderedBy("date_from", EventFilters.DATE_FROM, EventFilters.DATE_FROM + " desc")
                .usually(Resource.column("slug") + ", id")
                .field(PLAIN, EventFields.NAME)
                .field(PLAIN, EventFields.SLUG)
                .field(PLAIN, EventFields.LIVE)
                .field(PLAIN, EventFields.TESTMODE)
                .field(PLAIN, EventFields.CURRENCY)
                .field(PLAIN, EventFields.DATE_FROM)
                .field(PLAIN, EventFields.DATE_TO)
                .field(PLAIN, EventFields.DATE_ADMISSION)
                .field(PLAIN, EventFields.IS_PUBLIC)
                .field(PLAIN, EventFields.PRESALE_START)
                .field(PLAIN, EventFields.PRESALE_END)
                .field(PLAIN, EventFields.LOCATION)
                .field(PLAIN, EventFields.GEO_LAT)
                .field(PLAIN, EventFields.GEO_LON)
                .field(PLAIN, EventFields.HAS_SUBEVENTS)
                .field(PLAIN, EventFields.META_DATA)
                .with(seating::declare)
                .field(PLAIN, EventFields.PLUGINS)
                .field(PLAIN, EventFields.SEAT_CATEGORY_MAPPING)
                .input(EventFields.TIMEZONE)
                .gathered(this::timezones, "timezone")
                .field(PLAIN, EventFields.ITEM_META_PROPERTIES);
        if (withKeys) {
            declaration.gathered(keys::validKeys, "valid_keys");
        }
        channels.declare(declaration).shown("public_url", (event, links) -> links.to(path(event)));
        return channels.declareFormer(declaration)
                .check(rules::endsAfterItStarts)
                .before(rules::check)
                .before(this::place)
                .beforeDelete(deletion::before)
                .build();
    }

    /** The declaration. */
    Resource resource() {
        return resource;
    }

    /** The same, as answers show it that are not about one event: without the keys of its tickets. */
    Resource listed() {
        return listed;
    }

    private static String path(Document event) {
        return "/" + event.owner().organizer().value() + "/" + event.text("slug") + "/";
    }

    /** A new event gets its settings; both have its number. */
    private void place(Change change) {
        String timezone = change.input().find(EventFields.TIMEZONE);
        if (!change.isNew()) {
            if (timezone != null) {
                settings.set(change.owner(), Map.of("timezone", timezone));
            }
            return;
        }
        String slug = change.input().get(EventFields.SLUG);
        Owner itself = Owner.of(change.owner().organizer(), new EventSlug(slug));
        change.nameIt(slug)
                .belongTo(itself)
                .fill("meta_data", Map.of())
                .fill("item_meta_properties", Map.of())
                .fill("seat_category_mapping", Map.of());
        settings.create(itself, change.id(), timezone);
    }

    private Map<Long, Map<String, @Nullable Object>> timezones(List<Document> events, LinkBase links) {
        Map<Long, Map<String, @Nullable Object>> timezones = new HashMap<>();
        settings.of(events)
                .forEach(own -> timezones.put(
                        own.id(),
                        Map.of(
                                "timezone",
                                String.valueOf(settings.inherited(own).text("timezone")))));
        return timezones;
    }
}
