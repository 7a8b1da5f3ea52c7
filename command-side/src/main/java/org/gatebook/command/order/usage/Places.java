package org.gatebook.command.order.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.api.offer.Voucher;
import org.gatebook.api.offer.Vouchers;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.catalogue.usage.QuotaRoom;
import org.gatebook.catalogue.usage.Reservations;
import org.gatebook.catalogue.usage.Reservations.Question;
import org.gatebook.catalogue.usage.Reserved;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says whether there are places, seats and uses of vouchers, and to the counters how far the decision reaches: if others
 * take what was found here before the unit is counted, the unit is repeated and finds out. Where nobody asks for places,
 * because the organizer forces an order in, there are no limits.
 */
@Component
public class Places {

    private final Reservations reservations;
    private final UsageCounters counters;
    private final ObjectProvider<Vouchers> vouchers;
    private final ObjectProvider<Seats> seats;

    Places(
            Reservations reservations,
            UsageCounters counters,
            ObjectProvider<Vouchers> vouchers,
            ObjectProvider<Seats> seats) {
        this.reservations = reservations;
        this.counters = counters;
        this.vouchers = vouchers;
        this.seats = seats;
    }

    /**
     * What there is for new positions; one statement. The waiting list comes before them.
     *
     * @param wanted in the order of the request
     * @param consumed carts that the request buys
     * @param force whether the organizer sells more than there is; vouchers and seats are limited all the same
     */
    public Room forNew(
            EventOffer offer, List<WantedPlace> wanted, Collection<String> consumed, boolean force, Instant now) {
        List<Voucher> used = wanted.stream()
                .map(WantedPlace::voucher)
                .filter(Objects::nonNull)
                .toList();
        List<Seat> wantedSeats =
                wanted.stream().map(WantedPlace::seat).filter(Objects::nonNull).toList();
        Map<Long, Quota> quotas = quotas(offer, wanted.stream().map(WantedPlace::product));
        Set<Counter> asked = counted(quotas.values());
        used.forEach(voucher -> asked.addAll(List.of(Counted.voucher(voucher.id()), Counted.budget(voucher.id()))));
        wantedSeats.forEach(seat -> asked.add(Counted.seat(seat.id())));
        Reserved reserved = reservations.of(
                offer,
                new Question(
                        asked,
                        used.stream().map(Voucher::id).toList(),
                        wantedSeats.stream().map(Seat::id).toList(),
                        consumed),
                now);
        Map<Long, QuotaRoom> rooms = rooms(quotas, reserved, true);
        standOn(reserved, asked);
        used.forEach(voucher -> limit(voucher, reserved));
        wantedSeats.forEach(seat -> counters.limit(Counted.seat(seat.id()), 1));
        if (!force) {
            Map<Long, Long> outside = perQuota(
                    offer, wanted.stream().filter(WantedPlace::isOutsideQuotas).map(WantedPlace::product));
            rooms.forEach((id, room) -> limit(room, outside.getOrDefault(id, 0L)));
        }
        return new Room(offer, wanted, reserved, rooms);
    }

    /**
     * Looks for what an order is to hold more than before (behaviour notes, orders 17.2): what it gives up may be taken
     * again at once. The waiting list comes before it. No statement if it only gives up; else one, and one more if there
     * are new seats.
     *
     * @param blockedToo whether the order's sales channel may sell seats that the organizer keeps back
     * @return why that cannot be, or null
     */
    public @Nullable Refusal toChange(
            EventOffer offer, Holdings before, Holdings after, boolean blockedToo, Instant now) {
        Map<Product, Integer> more = after.morePlacesThan(before);
        Set<Long> newSeats = after.seatsBeyond(before);
        if (newSeats.isEmpty() && more.values().stream().allMatch(difference -> difference < 0)) {
            return null;
        }
        Map<Long, Long> needed = new TreeMap<>();
        more.forEach((product, count) ->
                product.quotas(offer).forEach(quota -> needed.merge(quota.id(), count.longValue(), Long::sum)));
        Map<Long, Quota> quotas = quotas(offer, more.keySet().stream());
        Set<Counter> asked = counted(quotas.values());
        newSeats.forEach(seat -> asked.add(Counted.seat(seat)));
        Reserved reserved = reservations.of(offer, new Question(asked, Set.of(), newSeats, Set.of()), now);
        standOn(reserved, asked);
        Map<Long, QuotaRoom> rooms = rooms(quotas, reserved, true);
        for (Map.Entry<Long, Long> need : needed.entrySet()) {
            QuotaRoom room = rooms.get(need.getKey());
            if (need.getValue() > 0 && room != null && !room.has(need.getValue())) {
                return PlaceRefusals.noCapacity(room.quota());
            }
        }
        for (Seat seat : byId(offer, newSeats).values()) {
            boolean once = after.counted().getOrDefault(Counted.seat(seat.id()), 0L) == 1;
            if (!once || !Room.isFree(seat, null, blockedToo, reserved)) {
                return PlaceRefusals.seatNotAvailable(seat);
            }
            counters.limit(Counted.seat(seat.id()), 1);
        }
        rooms.values().forEach(room -> limit(room, 0));
        return null;
    }

    /**
     * Looks for places for an order that holds none and is to hold them again. The waiting list does not matter. One
     * statement, and one each for vouchers and seats if there are any.
     *
     * @param language of product names in messages
     * @return why that cannot be, or null
     */
    public @Nullable Refusal toReturn(EventOffer offer, Returning order, String language, Instant now) {
        Map<Long, Seat> held = byId(offer, numbers(order.lines().stream().map(HeldLine::seat)));
        Map<Long, Voucher> redeemed = order.force()
                ? Map.of()
                : vouchersById(offer, numbers(order.lines().stream().map(HeldLine::voucher)));
        Map<Long, Quota> quotas = quotas(offer, order.lines().stream().map(HeldLine::product));
        Set<Counter> asked = counted(quotas.values());
        redeemed.keySet().forEach(id -> asked.addAll(List.of(Counted.voucher(id), Counted.budget(id))));
        held.keySet().forEach(id -> asked.add(Counted.seat(id)));
        Reserved reserved =
                reservations.of(offer, new Question(asked, redeemed.keySet(), held.keySet(), Set.of()), now);
        standOn(reserved, asked);
        Map<Long, QuotaRoom> rooms = rooms(quotas, reserved, false);
        Refusal refusal = new ReturnCheck(offer, order, held, redeemed, rooms, reserved, language).refusal();
        if (refusal == null) {
            held.keySet().forEach(id -> counters.limit(Counted.seat(id), 1));
            redeemed.values().forEach(voucher -> limit(voucher, reserved));
            if (!order.force()) {
                rooms.values().forEach(room -> limit(room, 0));
            }
        }
        return refusal;
    }

    private static Map<Long, Quota> quotas(EventOffer offer, Stream<Product> products) {
        Map<Long, Quota> quotas = new TreeMap<>();
        products.forEach(product -> product.quotas(offer).forEach(quota -> quotas.put(quota.id(), quota)));
        return quotas;
    }

    private static Set<Counter> counted(Collection<Quota> quotas) {
        Set<Counter> counted = new HashSet<>();
        for (Quota quota : quotas) {
            if (quota.size() != null) {
                counted.add(Counted.quota(quota.id()));
            }
        }
        return counted;
    }

    private static Map<Long, QuotaRoom> rooms(Map<Long, Quota> quotas, Reserved reserved, boolean waitingListFirst) {
        Map<Long, QuotaRoom> rooms = new TreeMap<>();
        quotas.forEach((id, quota) -> rooms.put(id, QuotaRoom.of(quota, reserved, waitingListFirst)));
        return rooms;
    }

    private static Map<Long, Long> perQuota(EventOffer offer, Stream<Product> products) {
        Map<Long, Long> count = new HashMap<>();
        products.forEach(product -> product.quotas(offer).forEach(quota -> count.merge(quota.id(), 1L, Long::sum)));
        return count;
    }

    private static List<Long> numbers(Stream<@Nullable Long> numbers) {
        List<Long> present = new ArrayList<>();
        numbers.filter(Objects::nonNull).distinct().forEach(present::add);
        return present;
    }

    private Map<Long, Seat> byId(EventOffer offer, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : seats.getObject().byId(offer.organizer(), offer.event(), ids);
    }

    private Map<Long, Voucher> vouchersById(EventOffer offer, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : vouchers.getObject().byId(offer.organizer(), offer.event(), ids);
    }

    /** Where nothing is limited, what others keep does not matter. */
    private void standOn(Reserved reserved, Set<Counter> asked) {
        if (!asked.isEmpty()) {
            counters.decidedOn(reserved.moment());
        }
    }

    private void limit(QuotaRoom room, long beyond) {
        Long limit = room.limit();
        if (limit != null) {
            counters.limit(Counted.quota(room.quota().id()), limit + beyond);
        }
    }

    private void limit(Voucher voucher, Reserved reserved) {
        counters.limit(Counted.voucher(voucher.id()), Room.mostRedemptions(voucher, reserved));
        if (voucher.budget() != null) {
            counters.limit(
                    Counted.budget(voucher.id()),
                    voucher.budget().movePointRight(2).longValueExact());
        }
    }
}
