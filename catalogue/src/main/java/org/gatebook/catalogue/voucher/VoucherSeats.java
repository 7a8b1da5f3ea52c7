package org.gatebook.catalogue.voucher;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.api.offer.Subevent;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.catalogue.usage.Reservations;
import org.gatebook.catalogue.usage.Reservations.Question;
import org.gatebook.catalogue.usage.Reserved;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The seat that a voucher keeps: clients name it as the plan does, the voucher holds its number. */
@Component
final class VoucherSeats {

    private final Seats seats;
    private final Reservations reservations;

    VoucherSeats(Seats seats, Reservations reservations) {
        this.seats = seats;
        this.reservations = reservations;
    }

    /** Finds the seat that was sent, or looks at the present one again, and says what speaks against it. */
    void check(Change voucher, EventOffer offer) {
        if (voucher.input().has(VoucherFields.SEAT) && voucher.input().find(VoucherFields.SEAT) == null) {
            voucher.set("seat", null);
            return;
        }
        String guid = guid(voucher, offer);
        if (guid == null) {
            return;
        }
        Long date = voucher.number("subevent");
        if (offer.series() && date == null) {
            throw voucher.refused("You need to choose a date if you select a seat.");
        }
        Seat seat = seats.byGuid(offer.organizer(), offer.event(), List.of(guid)).stream()
                .filter(candidate -> !offer.series() || Objects.equals(candidate.subevent(), date))
                .findFirst()
                .orElseThrow(
                        () -> voucher.refused("The specified seat ID \"" + guid + "\" does not exist for this event."));
        String complaint = complaint(voucher, offer, seat);
        if (complaint != null) {
            throw voucher.refused(complaint);
        }
        voucher.set("seat", seat.id());
    }

    private @Nullable String guid(Change voucher, EventOffer offer) {
        String sent = voucher.input().find(VoucherFields.SEAT);
        Long present = voucher.number("seat");
        if (sent != null || present == null) {
            return sent;
        }
        Seat seat =
                seats.byId(offer.organizer(), offer.event(), List.of(present)).get(present);
        return seat == null ? null : seat.guid();
    }

    private @Nullable String complaint(Change voucher, EventOffer offer, Seat seat) {
        if (isUnavailable(voucher, offer, seat)) {
            return "The seat \"" + seat.guid()
                    + "\" is currently unavailable (blocked, already sold or a different voucher).";
        }
        if (voucher.number("quota") != null) {
            return "You need to choose a specific product if you select a seat.";
        }
        if (isMoreThanOne(voucher.number("max_usages")) || isMoreThanOne(voucher.number("min_usages"))) {
            return "Seat-specific vouchers can only be used once.";
        }
        Long item = voucher.number("item");
        Long product = products(offer, seat).get(String.valueOf(seat.category()));
        if (item != null && product != null && !item.equals(product)) {
            String name = offer.item(product)
                    .map(sold -> sold.name().in(offer.locale()))
                    .orElse("");
            return "You need to choose the product \"" + name + "\" for this seat.";
        }
        return null;
    }

    private static boolean isMoreThanOne(@Nullable Long usages) {
        return usages != null && usages > 1;
    }

    private static Map<String, Long> products(EventOffer offer, Seat seat) {
        Long date = seat.subevent();
        return date == null
                ? offer.details().seatCategories()
                : offer.subevent(date).map(Subevent::seatCategories).orElse(Map.of());
    }

    /** Blocked, sold, or kept by somebody else. A seat that the voucher has already is its own. */
    private boolean isUnavailable(Change voucher, EventOffer offer, Seat seat) {
        if (Objects.equals(voucher.number("seat"), seat.id())) {
            return false;
        }
        Counter counter = Counted.seat(seat.id());
        Reserved reserved = reservations.of(
                offer, new Question(List.of(counter), List.of(), List.of(seat.id()), List.of()), voucher.now());
        Long keeper = reserved.seatVouchers().get(seat.id());
        return seat.blocked()
                || reserved.used(counter) > 0
                || reserved.seatsInCarts().contains(seat.id())
                || (keeper != null && keeper != voucher.id());
    }
}
