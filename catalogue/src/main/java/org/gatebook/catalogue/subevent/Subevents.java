package org.gatebook.catalogue.subevent;

import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.catalogue.crud.Fields.optionalLocalized;
import static org.gatebook.catalogue.crud.Fields.optionalMoment;
import static org.gatebook.catalogue.crud.Fields.optionalText;
import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.world.WorldTypes.latitude;
import static org.gatebook.web.form.world.WorldTypes.localized;
import static org.gatebook.web.form.world.WorldTypes.longitude;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Declaration;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.event.EventReferences;
import org.gatebook.catalogue.event.Referrers;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.catalogue.seating.SeatedPlaces;
import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.filter.Filter;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The declaration of the dates of a series. */
@Component
public final class Subevents {

    static final String KIND = "subevent";

    static final Field<Map<String, String>> NAME = Field.required("name", localized());
    static final Field<Instant> DATE_FROM = Field.required("date_from", dateTime());
    static final Field<Instant> DATE_TO = optionalMoment("date_to");
    static final Field<Instant> PRESALE_START = optionalMoment("presale_start");
    static final Field<Instant> PRESALE_END = optionalMoment("presale_end");
    static final Field<JsonNode> GEO_LAT = Field.optional("geo_lat", latitude()).nullable();
    static final Field<JsonNode> GEO_LON =
            Field.optional("geo_lon", longitude()).nullable();
    static final Field<JsonNode> META_DATA = Field.required("meta_data", json());
    static final Field<JsonNode> SEAT_CATEGORY_MAPPING = Field.optional("seat_category_mapping", json());

    private final EventReferences references;
    private final SubeventRules rules;
    private final Stamps stamps;
    private final SeatedPlaces seating;
    private final Referrers referrers;
    private final Resource resource;
    private final Resource ofOrganizer;

    Subevents(
            EventReferences references, SubeventRules rules, Stamps stamps, SeatedPlaces seating, Referrers referrers) {
        this.references = references;
        this.rules = rules;
        this.stamps = stamps;
        this.seating = seating;
        this.referrers = referrers;
        this.resource = declare(SubeventFilters.all(false));
        this.ofOrganizer = declare(SubeventFilters.all(true));
    }

    private Resource declare(Filter... filters) {
        Declaration declaration = Resource.declare(KIND, KeptBy.EVENT)
                .id()
                .field(PLAIN, NAME)
                .field(PLAIN, DATE_FROM)
                .field(PLAIN, DATE_TO)
                .field(PLAIN, flag("active", false))
                .field(PLAIN, optionalMoment("date_admission"))
                .field(PLAIN, PRESALE_START)
                .field(PLAIN, PRESALE_END)
                .field(PLAIN, optionalLocalized("location"))
                .field(PLAIN, GEO_LAT)
                .field(PLAIN, GEO_LON)
                .shown("event", (date, links) -> String.valueOf(date.owner().event()))
                .field(PLAIN, flag("is_public", true))
                .field(PLAIN, optionalLocalized("frontpage_text"))
                .with(seating::declare)
                .input(PriceOverrides.OF_ITEMS)
                .made(PLAIN, PriceOverrides.OF_ITEMS.name())
                .input(PriceOverrides.OF_VARIATIONS)
                .made(PLAIN, PriceOverrides.OF_VARIATIONS.name())
                .field(PLAIN, META_DATA)
                .field(PLAIN, SEAT_CATEGORY_MAPPING)
                .gathered(stamps::of, Stamps.LAST_MODIFIED)
                .shownAfterwards()
                .field(PLAIN, optionalText("comment"));
        references.many(declaration, EventReferences.ITEM);
        references.many(declaration, EventReferences.VARIATION);
        return declaration
                .check(Subevents::endsAfterItStarts)
                .filteredBy(filters)
                .dated()
                .orderedById()
                .orderedBy("date_from", SubeventFilters.DATE_FROM, SubeventFilters.DATE_FROM + " desc")
                .orderedBy(Stamps.LAST_MODIFIED, Stamps.COLUMN, Stamps.COLUMN + " desc")
                .usually(SubeventFilters.DATE_FROM + ", id")
                .before(rules::check)
                .before(Subevents::complete)
                .beforeDelete(rules::requireUnused)
                .afterDelete(date -> referrers.gone(EventReferences.SUBEVENT, date))
                .build();
    }

    /** The declaration. */
    public Resource resource() {
        return resource;
    }

    /** The same, as lists of all events of an organizer are narrowed. */
    Resource ofOrganizer() {
        return ofOrganizer;
    }

    private static void endsAfterItStarts(Parsed sent, FieldErrorCollector errors) {
        if (isAfter(sent.find(DATE_FROM), sent.find(DATE_TO))) {
            errors.add("The event cannot end before it starts.");
        } else if (isAfter(sent.find(PRESALE_START), sent.find(PRESALE_END))) {
            errors.add("The event's presale cannot end before it starts.");
        }
    }

    private static boolean isAfter(@Nullable Instant from, @Nullable Instant to) {
        return from != null && to != null && from.isAfter(to);
    }

    private static void complete(Change date) {
        PriceOverrides.store(date, PriceOverrides.OF_ITEMS, PriceOverrides.ITEM);
        PriceOverrides.store(date, PriceOverrides.OF_VARIATIONS, PriceOverrides.VARIATION);
        date.fill("seat_category_mapping", Map.of())
                .fill(PriceOverrides.OF_ITEMS.name(), List.of())
                .fill(PriceOverrides.OF_VARIATIONS.name(), List.of());
    }
}
