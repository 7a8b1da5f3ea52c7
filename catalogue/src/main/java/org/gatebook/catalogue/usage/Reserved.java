package org.gatebook.catalogue.usage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gatebook.api.offer.Quota;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.jspecify.annotations.Nullable;

/**
 * What of an event is taken or kept for somebody at one moment, as far as it was asked for.
 *
 * @param places that are kept, by what they are of
 * @param voucherCarts how often carts that are not consumed use each voucher
 * @param seatsInCarts seats in carts that are not consumed
 * @param seatVouchers vouchers that can still be used, by the seat that they are bound to
 * @param used what orders have taken, by counter
 * @param moment how often something was kept before this was read; a decision says on which it stands
 * @param exited places in orders whose holders have left, by quota; only of quotas that give them back
 */
public record Reserved(
        List<KeptPlaces> places,
        Map<Long, Long> voucherCarts,
        Set<Long> seatsInCarts,
        Map<Long, Long> seatVouchers,
        Map<Counter, Long> used,
        long moment,
        Map<Long, Long> exited) {

    public Reserved {
        places = List.copyOf(places);
        voucherCarts = Map.copyOf(voucherCarts);
        seatsInCarts = Set.copyOf(seatsInCarts);
        seatVouchers = Map.copyOf(seatVouchers);
        used = Map.copyOf(used);
        exited = Map.copyOf(exited);
    }

    /** For what places are kept, in the order in which they exhaust a quota (behaviour notes, orders 9.1). */
    public enum Reason {
        /** A voucher that blocks quota can still be used. */
        VOUCHER,
        /** It is in a cart. */
        CART,
        /** It is in a cart that the present request buys. */
        CONSUMED_CART,
        /** Somebody waits for it. */
        WAITING_LIST
    }

    /**
     * Places that are kept for one reason.
     *
     * @param item null for vouchers of a whole quota
     * @param quota null unless a voucher is for all of a quota
     */
    public record KeptPlaces(
            Reason reason,
            @Nullable Long item,
            @Nullable Long variation,
            @Nullable Long quota,
            @Nullable Long subevent,
            long count) {

        /** Vouchers may be for an item, for one of its variations or for a quota; the narrowest decides. */
        boolean isOf(Quota asked) {
            if (!Objects.equals(subevent, asked.subevent())) {
                return false;
            }
            if (variation != null) {
                return asked.variations().contains(variation);
            }
            return item != null
                    ? asked.items().contains(item)
                    : Long.valueOf(asked.id()).equals(quota);
        }
    }

    /** How many places of a quota are kept for this reason. */
    public long kept(Reason reason, Quota quota) {
        return places.stream()
                .filter(kept -> kept.reason() == reason && kept.isOf(quota))
                .mapToLong(KeptPlaces::count)
                .sum();
    }

    /** What orders have taken. */
    public long used(Counter counter) {
        return used.getOrDefault(counter, 0L);
    }

    /** How many places of orders are free again because their holders have left. */
    public long exited(Quota quota) {
        return exited.getOrDefault(quota.id(), 0L);
    }
}
