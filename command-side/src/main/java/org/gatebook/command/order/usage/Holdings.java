package org.gatebook.command.order.usage;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Quota;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.eventstore.UsageCounters.Counter;

/**
 * What an order holds of what is limited; nothing but the order's state decides it.
 *
 * @param places positions that take a place, by what they are of
 * @param counted uses of vouchers and seats, by counter
 */
public record Holdings(Map<Product, Integer> places, Map<Counter, Long> counted) {

    /** What does not exist, or is over, holds nothing. */
    public static final Holdings NONE = new Holdings(Map.of(), Map.of());

    public Holdings {
        places = Map.copyOf(places);
        counted = Map.copyOf(counted);
    }

    /** What a pending or paid order holds (behaviour notes, orders 9.1, 10 and 11). */
    public static Holdings ofValid(List<HeldLine> lines) {
        Map<Product, Integer> places = new HashMap<>();
        Map<Counter, Long> counted = new HashMap<>(redemptions(lines));
        for (HeldLine line : lines) {
            places.merge(line.product(), 1, Integer::sum);
            if (line.seat() != null) {
                counted.merge(Counted.seat(line.seat()), 1L, Long::sum);
            }
            if (line.voucher() != null && line.voucherBudgetUse() != null) {
                counted.merge(Counted.budget(line.voucher()), hundredths(line.voucherBudgetUse()), Long::sum);
            }
        }
        return new Holdings(places, counted);
    }

    /** What an expired order holds: its places and seats are free, its vouchers are not given back. */
    public static Holdings ofExpired(List<HeldLine> lines) {
        return new Holdings(Map.of(), redemptions(lines));
    }

    private static Map<Counter, Long> redemptions(List<HeldLine> lines) {
        Map<Counter, Long> redemptions = new HashMap<>();
        for (HeldLine line : lines) {
            if (line.voucher() != null) {
                redemptions.merge(Counted.voucher(line.voucher()), 1L, Long::sum);
            }
        }
        return redemptions;
    }

    /** An amount as counters hold it. */
    static long hundredths(Money amount) {
        return amount.amount().movePointRight(2).longValueExact();
    }

    /** What counters hold, as an amount. */
    static Money ofHundredths(long hundredths, Currency currency) {
        return new Money(BigDecimal.valueOf(hundredths, 2), currency);
    }

    /**
     * What counters say of it: a position counts in every quota that covers it. Quotas without a size are not counted,
     * so that what is never sold out is no row that all orders wait for.
     */
    Map<Counter, Long> usage(EventOffer offer) {
        Map<Counter, Long> usage = new HashMap<>(counted);
        places.forEach((product, count) -> {
            for (Quota quota : product.quotas(offer)) {
                if (quota.size() != null) {
                    usage.merge(Counted.quota(quota.id()), count.longValue(), Long::sum);
                }
            }
        });
        return usage;
    }

    /** How many more of each product this is than before; what is fewer is negative. */
    Map<Product, Integer> morePlacesThan(Holdings before) {
        Map<Product, Integer> more = new HashMap<>(places);
        before.places.forEach((product, count) -> more.merge(product, -count, Integer::sum));
        more.values().removeIf(difference -> difference == 0);
        return more;
    }

    /** The seats that it holds more often than before. */
    Set<Long> seatsBeyond(Holdings before) {
        Set<Long> seats = new TreeSet<>();
        counted.forEach((counter, count) -> {
            if (counter.kind().equals(Counted.SEAT) && count > before.counted.getOrDefault(counter, 0L)) {
                seats.add(counter.id());
            }
        });
        return seats;
    }
}
