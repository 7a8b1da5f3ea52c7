package org.gatebook.catalogue.device.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.gatebook.api.EventSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Subevent;
import org.jspecify.annotations.Nullable;

/**
 * An event, or a date of a series, at whose door a device can stand.
 *
 * @param subevent null for an event that is no series
 * @param opens when doors open, or else when it begins
 * @param end null if nobody has said it
 */
record Happening(
        EventSlug event,
        @Nullable Long subevent,
        Instant opens,
        Instant begin,
        @Nullable Instant end,
        ZoneId zone) {

    static Happening of(EventOffer offer) {
        return new Happening(
                offer.event(),
                null,
                Objects.requireNonNullElse(offer.dateAdmission(), offer.dateFrom()),
                offer.dateFrom(),
                offer.dateTo(),
                offer.zone());
    }

    static Happening of(EventOffer offer, Subevent date) {
        return new Happening(
                offer.event(),
                date.id(),
                Objects.requireNonNullElse(date.dateAdmission(), date.dateFrom()),
                date.dateFrom(),
                date.dateTo(),
                offer.zone());
    }

    boolean isSame(@Nullable Happening other) {
        return other != null && event.equals(other.event) && Objects.equals(subevent, other.subevent);
    }

    /** Whether it is known to be going on: without an end nobody can tell. */
    boolean isGoingOn(Instant now) {
        return end != null && !now.isBefore(opens) && now.isBefore(end);
    }

    /** Its last known moment. */
    Instant last() {
        return end == null ? begin : end;
    }

    LocalDate day(ZoneId where) {
        return begin.atZone(where).toLocalDate();
    }
}
