package org.gatebook.catalogue.cart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Vouchers;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * What was sent for a cart, with everything found that it names.
 *
 * @param quotas in which the position and its parts count, each as often as they do
 */
record CartWish(Parsed sent, @Nullable Seat seat, @Nullable Voucher voucher, List<Quota> quotas) {

    /** Finds what is named. @throws Rejected with 400 */
    static CartWish of(Parsed sent, EventOffer offer, Seats seats, Vouchers vouchers, Instant now) {
        Seat seat = seat(sent, offer, seats);
        Voucher voucher = voucher(sent, offer, vouchers, seat, now);
        List<Quota> quotas = new ArrayList<>();
        if (voucher == null || (!voucher.ignoreQuota() && !voucher.blockQuota())) {
            quotas.addAll(quotas(sent, offer, null));
        }
        parts(sent).forEach(part -> quotas.addAll(quotas(part, offer, sent.find(CartForm.SUBEVENT))));
        return new CartWish(sent, seat, voucher, quotas);
    }

    static List<Parsed> parts(Parsed sent) {
        List<Parsed> parts = new ArrayList<>(sent.get(CartForm.ADDONS, List.of()));
        parts.addAll(sent.get(CartForm.BUNDLED, List.of()));
        return parts;
    }

    private static @Nullable Seat seat(Parsed sent, EventOffer offer, Seats seats) {
        String guid = sent.find(CartForm.SEAT);
        Document date = sent.find(CartForm.SUBEVENT);
        Long of = date == null ? null : date.id();
        Map<String, Long> categories = of == null
                ? offer.details().seatCategories()
                : offer.subevent(of).map(Subevent::seatCategories).orElse(Map.of());
        boolean seated = categories.containsValue(sent.get(CartForm.ITEM).id());
        if (guid == null) {
            if (seated) {
                throw refused(CartForm.SEAT.name(), "The specified product requires to choose a seat.");
            }
            return null;
        }
        if (!seated) {
            throw refused(CartForm.SEAT.name(), "The specified product does not allow to choose a seat.");
        }
        return seats.byGuid(offer.organizer(), offer.event(), List.of(guid)).stream()
                .filter(seat -> Objects.equals(seat.subevent(), of))
                .findFirst()
                .orElseThrow(() -> refused(CartForm.SEAT.name(), "The specified seat does not exist."));
    }

    /** Codes are stored in capitals, and carts find them however they are written. */
    private static @Nullable Voucher voucher(
            Parsed sent, EventOffer offer, Vouchers vouchers, @Nullable Seat seat, Instant now) {
        String code = sent.find(CartForm.VOUCHER);
        if (code == null) {
            return null;
        }
        String stored = code.toUpperCase(Locale.ROOT);
        Voucher voucher = vouchers.byCode(offer.organizer(), offer.event(), List.of(stored))
                .get(stored);
        String fault =
                voucher == null ? "The specified voucher does not exist." : fault(sent, offer, voucher, seat, now);
        if (fault != null) {
            throw refused(CartForm.VOUCHER.name(), fault);
        }
        return voucher;
    }

    private static @Nullable String fault(
            Parsed sent, EventOffer offer, Voucher voucher, @Nullable Seat seat, Instant now) {
        Document variation = sent.find(CartForm.VARIATION);
        Document date = sent.find(CartForm.SUBEVENT);
        if (!voucher.appliesTo(offer, sent.get(CartForm.ITEM).id(), variation == null ? null : variation.id())) {
            return "The specified voucher is not valid for the given item and variation.";
        }
        if (voucher.seat() != null && (seat == null || voucher.seat() != seat.id())) {
            return "The specified voucher is not valid for this seat.";
        }
        if (voucher.subevent() != null && (date == null || voucher.subevent() != date.id())) {
            return "The specified voucher is not valid for this subevent.";
        }
        return voucher.isExpired(now) ? "The specified voucher is expired." : null;
    }

    private static List<Quota> quotas(Parsed sent, EventOffer offer, @Nullable Document mainDate) {
        Document variation = sent.find(CartForm.VARIATION);
        Document date = sent.find(CartForm.SUBEVENT);
        Document of = date == null ? mainDate : date;
        List<Quota> quotas = offer.quotasOf(
                sent.get(CartForm.ITEM).id(), variation == null ? null : variation.id(), of == null ? null : of.id());
        if (quotas.isEmpty()) {
            String name = CartForm.item(sent, offer).name().in(offer.locale());
            throw refused("non_field_errors", "The product \"" + name + "\" is not assigned to a quota.");
        }
        return quotas;
    }

    private static Rejected refused(String field, String text) {
        return ApiError.field(field, text).rejected();
    }
}
