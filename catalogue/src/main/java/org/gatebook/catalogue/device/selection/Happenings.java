package org.gatebook.catalogue.device.selection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.web.auth.EventReach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what is on: events that are live and active dates of series that are, within reach of a device. */
@Component
final class Happenings {

    private static final String OPEN = """
        WITH live AS (
            SELECT event, document FROM ops.resource
            WHERE kind = 'event' AND NOT deleted AND organizer = :organizer AND (:everything OR event = ANY (:events))
              AND (document ->> 'live')::boolean),
        happening AS (
            SELECT event, NULL::bigint AS subevent, document FROM live
            WHERE NOT (document ->> 'has_subevents')::boolean
            UNION ALL
            SELECT date.event, date.id, date.document FROM ops.resource date JOIN live ON live.event = date.event
            WHERE date.kind = 'subevent' AND NOT date.deleted AND date.organizer = :organizer
              AND (date.document ->> 'active')::boolean),
        opening AS (
            SELECT event, subevent,
                   coalesce(document ->> 'date_admission', document ->> 'date_from')::timestamptz AS opens
            FROM happening)
        """;

    private static final String STARTED =
            OPEN + "SELECT event, subevent FROM opening WHERE opens <= :now ORDER BY opens DESC, subevent LIMIT 1";
    private static final String UPCOMING =
            OPEN + "SELECT event, subevent FROM opening WHERE opens > :now ORDER BY opens, subevent LIMIT 1";

    private final JdbcClient jdbc;
    private final EventOffers offers;

    Happenings(JdbcClient jdbc, EventOffers offers) {
        this.jdbc = jdbc;
        this.offers = offers;
    }

    /** The one that opened last; null if none has. */
    @Nullable
    Happening started(OrganizerSlug organizer, EventReach reach, Instant now) {
        return find(STARTED, organizer, reach, now);
    }

    /** The one that opens next; null if none will. */
    @Nullable
    Happening upcoming(OrganizerSlug organizer, EventReach reach, Instant now) {
        return find(UPCOMING, organizer, reach, now);
    }

    /** The event, or the date of it; null if there is none, and for a series without a date. */
    @Nullable
    Happening named(OrganizerSlug organizer, EventSlug event, @Nullable Long subevent) {
        EventOffer offer = offers.find(organizer, event).orElse(null);
        if (offer == null) {
            return null;
        }
        Happening date = subevent == null
                ? null
                : offer.subevent(subevent)
                        .map(found -> Happening.of(offer, found))
                        .orElse(null);
        return date == null && !offer.series() ? Happening.of(offer) : date;
    }

    private @Nullable Happening find(String statement, OrganizerSlug organizer, EventReach reach, Instant now) {
        return jdbc.sql(statement)
                .params(parameters(organizer, reach, now))
                .query((row, number) ->
                        named(organizer, new EventSlug(row.getString("event")), row.getObject("subevent", Long.class)))
                .optional()
                .orElse(null);
    }

    private static Map<String, Object> parameters(OrganizerSlug organizer, EventReach reach, Instant now) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("organizer", organizer.value());
        parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        parameters.put("everything", reach instanceof EventReach.All);
        parameters.put(
                "events",
                reach instanceof EventReach.Only only
                        ? only.events().stream().map(EventSlug::value).toArray(String[]::new)
                        : new String[0]);
        return parameters;
    }
}
