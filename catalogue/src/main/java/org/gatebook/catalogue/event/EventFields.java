package org.gatebook.catalogue.event;

import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.dateTime;
import static org.gatebook.web.form.kind.Types.flag;
import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.list;
import static org.gatebook.web.form.kind.Types.text;
import static org.gatebook.web.form.world.WorldTypes.currency;
import static org.gatebook.web.form.world.WorldTypes.latitude;
import static org.gatebook.web.form.world.WorldTypes.localized;
import static org.gatebook.web.form.world.WorldTypes.longitude;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatebook.web.form.Field;
import tools.jackson.databind.JsonNode;

/** What an event is made of. */
final class EventFields {

    private static final Pattern SLUG_PATTERN = Pattern.compile("^[a-zA-Z0-9][a-zA-Z0-9.\\-]+$");

    /** Words that addresses of an organizer mean something else by. */
    private static final Set<String> NO_SLUGS = Set.of(
            "download",
            "healthcheck",
            "locale",
            "control",
            "redirect",
            "jsi18n",
            "metrics",
            "_global",
            "__debug__",
            "api",
            "events",
            "csp_report",
            "widget",
            "customer",
            "account",
            "lead",
            "giftcard");

    static final Field<Map<String, String>> NAME = Field.required("name", localized());
    static final Field<String> SLUG = Field.required(
            "slug",
            text().upTo(50)
                    .matching(SLUG_PATTERN, "The slug may only contain letters, numbers, dots and dashes.")
                    .must(slug -> NO_SLUGS.contains(slug) ? "This slug has an invalid value: " + slug + "." : null));
    static final Field<Boolean> LIVE = Field.optional("live", flag()).orElse(false);
    static final Field<Boolean> TESTMODE = Field.optional("testmode", flag()).orElse(false);
    static final Field<String> CURRENCY = Field.optional("currency", currency()).orElse("EUR");
    static final Field<Instant> DATE_FROM = Field.required("date_from", dateTime());
    static final Field<Instant> DATE_TO = Field.optional("date_to", dateTime()).nullable();
    static final Field<Instant> DATE_ADMISSION =
            Field.optional("date_admission", dateTime()).nullable();
    static final Field<Boolean> IS_PUBLIC = Field.optional("is_public", flag()).orElse(true);
    static final Field<Instant> PRESALE_START =
            Field.optional("presale_start", dateTime()).nullable();
    static final Field<Instant> PRESALE_END =
            Field.optional("presale_end", dateTime()).nullable();
    static final Field<Map<String, String>> LOCATION =
            Field.optional("location", localized()).nullable();
    static final Field<JsonNode> GEO_LAT = Field.optional("geo_lat", latitude()).nullable();
    static final Field<JsonNode> GEO_LON =
            Field.optional("geo_lon", longitude()).nullable();
    static final Field<Boolean> HAS_SUBEVENTS =
            Field.optional("has_subevents", flag()).orElse(false);
    static final Field<JsonNode> META_DATA = Field.optional("meta_data", json());
    static final Field<List<String>> PLUGINS = Field.optional(
                    "plugins", list(text()).must(Plugins::unknown).as(Plugins::sorted))
            .orElse(Plugins.USUAL);
    static final Field<JsonNode> SEAT_CATEGORY_MAPPING = Field.optional("seat_category_mapping", json());
    static final Field<String> TIMEZONE = Field.optional("timezone", choice(ZoneId.getAvailableZoneIds()));
    static final Field<JsonNode> ITEM_META_PROPERTIES = Field.optional("item_meta_properties", json());

    private EventFields() {}
}
