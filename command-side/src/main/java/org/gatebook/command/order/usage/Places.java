package org.gatebook.command.order.usage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.Subevent.DateOverride;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says whether there are places, and to the counters how far the decision reaches: if others take what was found here
 * before the unit is counted, the unit is repeated and finds out. Who forces an order in does not ask.
 */
@Component
public class Places {

    private final UsageCounters counters;

    Places(UsageCounters counters) {
        this.counters = counters;
    }

    /**
     * Looks for places for new positions, in the order of the request: earlier positions win (behaviour notes, orders
     * 7.7). The waiting list comes before them.
     *
     * @param credited what the carts hold that this request uses up
     * @param language of product names in messages
     * @return for each position why it has no place, or null if it has one
     */
    public List<@Nullable Refusal> toPlace(
            EventOffer offer, List<WantedPlace> wanted, List<Product> credited, String language) {
        Map<Long, QuotaRoom> rooms =
                rooms(offer, wanted.stream().map(WantedPlace::product).toList());
        Map<Long, Long> credit = perQuota(offer, credited);
        Map<Long, Long> taken = new HashMap<>();
        Map<Long, Long> outside = new HashMap<>();
        List<@Nullable Refusal> refusals = new ArrayList<>();
        for (WantedPlace place : wanted) {
            if (place.outsideQuotas()) {
                place.product().quotas(offer).forEach(quota -> outside.merge(quota.id(), 1L, Long::sum));
                refusals.add(null);
            } else {
                refusals.add(refusalOf(offer, place.product(), rooms, credit, taken, language));
            }
        }
        rooms.values()
                .forEach(room -> limit(
                        room,
                        credit.getOrDefault(room.quota().id(), 0L)
                                + outside.getOrDefault(room.quota().id(), 0L)));
        return refusals;
    }

    private static @Nullable Refusal refusalOf(
            EventOffer offer,
            Product product,
            Map<Long, QuotaRoom> rooms,
            Map<Long, Long> credit,
            Map<Long, Long> taken,
            String language) {
        List<Quota> quotas = product.quotas(offer);
        if (quotas.isEmpty()) {
            return PlaceRefusals.noQuota(product.name(offer, language));
        }
        Refusal refusal =
                isDisabled(offer, product) ? PlaceRefusals.notOnThisDate(product.name(offer, language)) : null;
        for (Quota quota : quotas) {
            long counted = taken.merge(quota.id(), 1L, Long::sum) - credit.getOrDefault(quota.id(), 0L);
            QuotaRoom room = rooms.get(quota.id());
            if (counted > 0 && room != null && !room.has(counted)) {
                refusal = PlaceRefusals.soldOut(quota);
            }
        }
        return refusal;
    }

    private static boolean isDisabled(EventOffer offer, Product product) {
        Subevent date = product.subevent() == null ? null : offer.subevents().get(product.subevent());
        if (date == null) {
            return false;
        }
        Long variation = product.variation();
        return isDisabled(date.itemOverrides().get(product.item()))
                || (variation != null && isDisabled(date.variationOverrides().get(variation)));
    }

    private static boolean isDisabled(@Nullable DateOverride override) {
        return override != null && override.disabled();
    }

    /**
     * Looks for places for an order that is to hold something else than before (behaviour notes, orders 17.2): what it
     * gives up may be taken again at once. The waiting list comes before it.
     */
    public @Nullable Refusal toChange(EventOffer offer, Holdings before, Holdings after) {
        Map<Product, Integer> more = after.morePlacesThan(before);
        Map<Long, Long> needed = new TreeMap<>();
        more.forEach((product, count) ->
                product.quotas(offer).forEach(quota -> needed.merge(quota.id(), count.longValue(), Long::sum)));
        Map<Long, QuotaRoom> rooms = rooms(offer, more.keySet());
        for (Map.Entry<Long, Long> need : needed.entrySet()) {
            QuotaRoom room = rooms.get(need.getKey());
            if (need.getValue() > 0 && room != null && !room.has(need.getValue())) {
                return PlaceRefusals.noCapacity(room.quota());
            }
        }
        rooms.values().forEach(room -> limit(room, 0));
        return null;
    }

    /**
     * Looks for places for an order that holds none and is to hold them again: paid late, extended, reactivated
     * (behaviour notes, orders 12.3). The waiting list does not matter.
     *
     * @param language of product names in messages
     */
    public @Nullable Refusal toReturn(EventOffer offer, List<HeldLine> lines, String language) {
        Map<Long, QuotaRoom> rooms =
                rooms(offer, lines.stream().map(HeldLine::product).toList());
        Map<Long, Long> taken = new HashMap<>();
        for (HeldLine line : lines) {
            List<Quota> quotas = line.product().quotas(offer);
            boolean room = !quotas.isEmpty();
            for (Quota quota : quotas) {
                QuotaRoom left = rooms.get(quota.id());
                room &= left == null || left.has(taken.merge(quota.id(), 1L, Long::sum));
            }
            if (!room) {
                return PlaceRefusals.noLongerAvailable(line.product().fullName(offer, language));
            }
        }
        rooms.values().forEach(room -> limit(room, 0));
        return null;
    }

    /** The rooms of all quotas that cover these products, by quota. */
    private Map<Long, QuotaRoom> rooms(EventOffer offer, Collection<Product> products) {
        Map<Long, Quota> quotas = new TreeMap<>();
        products.forEach(product -> product.quotas(offer).forEach(quota -> quotas.put(quota.id(), quota)));
        Map<Counter, Long> used = counters.used(quotas.values().stream()
                .filter(quota -> quota.size() != null)
                .map(quota -> Counted.quota(quota.id()))
                .toList());
        Map<Long, QuotaRoom> rooms = new TreeMap<>();
        quotas.forEach((id, quota) -> rooms.put(id, new QuotaRoom(quota, used.getOrDefault(Counted.quota(id), 0L), 0)));
        return rooms;
    }

    private static Map<Long, Long> perQuota(EventOffer offer, List<Product> products) {
        Map<Long, Long> count = new HashMap<>();
        products.forEach(product -> product.quotas(offer).forEach(quota -> count.merge(quota.id(), 1L, Long::sum)));
        return count;
    }

    /** What was read is what the decision stands on: others may take no more of it than is left. */
    private void limit(QuotaRoom room, long beyond) {
        Long left = room.left();
        if (left != null && room.quota().size() != null) {
            counters.limit(Counted.quota(room.quota().id()), room.used() + left + beyond);
        }
    }
}
