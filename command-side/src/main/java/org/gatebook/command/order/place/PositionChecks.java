package org.gatebook.command.order.place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.command.order.form.OrderForm;
import org.gatebook.command.order.form.OrderWish;
import org.gatebook.command.order.form.PositionWish;
import org.gatebook.command.order.usage.Places;
import org.gatebook.command.order.usage.Product;
import org.gatebook.command.order.usage.Room;
import org.gatebook.command.order.usage.WantedPlace;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.FieldErrorCollector;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether there are vouchers, seats and places for the positions of a new order (behaviour notes, orders 7.7). */
@Component
class PositionChecks {

    private static final String POSITIONS = "positions";

    private final Places places;
    private final Seats seats;

    PositionChecks(Places places, Seats seats) {
        this.places = places;
        this.seats = seats;
    }

    /**
     * What each position uses. One statement more if there are seats at all.
     *
     * @throws org.gatebook.web.error.Rejected with what is wrong, position by position
     */
    PositionUses require(EventOffer offer, OrderWish wish, Instant now) {
        List<Seat> byGuid = seats(offer, wish.positions());
        List<WantedPlace> wanted = wish.positions().stream()
                .map(position -> new WantedPlace(
                        new Product(position.item().id(), position.variationId(), position.subeventId()),
                        position.voucher(),
                        seat(position, byGuid)))
                .toList();
        boolean force = wish.sent().get(OrderForm.FORCE, false);
        Room room = places.forNew(offer, wanted, wish.sent().get(OrderForm.CONSUME_CARTS, List.of()), force, now);
        boolean blockedToo = offer.terms().blockedSeatChannels().contains(wish.salesChannel());
        PositionCheck check = new PositionCheck(offer, room, blockedToo, now);
        List<@Nullable VoucherUse> uses = new ArrayList<>();
        for (int index = 0; index < wanted.size(); index++) {
            uses.add(check.use(wish.positions().get(index), wanted.get(index)));
        }
        if (!force) {
            check.places();
        }
        FieldErrorCollector errors = check.errors(POSITIONS);
        if (!errors.isEmpty()) {
            throw ApiError.fields(errors.errors()).rejected();
        }
        List<@Nullable Seat> taken = new ArrayList<>(wanted.size());
        wanted.forEach(place -> taken.add(place.seat()));
        return new PositionUses(uses, taken);
    }

    private List<Seat> seats(EventOffer offer, List<PositionWish> positions) {
        List<String> guids = new ArrayList<>();
        for (PositionWish position : positions) {
            if (position.seat() != null) {
                guids.add(position.seat());
            }
        }
        return guids.isEmpty() ? List.of() : seats.byGuid(offer.organizer(), offer.event(), guids);
    }

    private static @Nullable Seat seat(PositionWish position, List<Seat> found) {
        return found.stream()
                .filter(seat ->
                        seat.guid().equals(position.seat()) && Objects.equals(seat.subevent(), position.subeventId()))
                .findFirst()
                .orElse(null);
    }
}
