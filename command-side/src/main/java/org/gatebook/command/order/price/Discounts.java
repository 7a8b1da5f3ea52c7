package org.gatebook.command.order.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.Discount;
import org.jspecify.annotations.Nullable;

/**
 * Automatic discounts (behaviour notes, orders 8.8). Each position takes part in at most one; discounts of a lower rank
 * get what is left.
 */
public final class Discounts {

    private Discounts() {}

    /**
     * A position, as discounts look at it.
     *
     * @param subevent the date; null in events that are no series
     * @param price gross
     * @param bundled whether it is a part of another product; such positions take no part
     * @param voucherHelped whether a voucher made it cheaper
     */
    public record Candidate(
            long item, @Nullable Long subevent, Money price, boolean addon, boolean bundled, boolean voucherHelped) {}

    /**
     * What became of a position that takes part.
     *
     * @param price the candidate's own where it was only needed to fulfil the condition
     */
    public record Discounted(long discount, Money price) {}

    /** What becomes of each position; null for those that take no part. */
    public static List<@Nullable Discounted> applied(
            Collection<Discount> discounts, String salesChannel, Instant now, List<Candidate> candidates) {
        Map<Integer, Discounted> taken = new HashMap<>();
        discounts.stream()
                .filter(discount -> discount.appliesIn(salesChannel, now))
                .sorted(Comparator.comparingInt(Discount::position).thenComparingLong(Discount::id))
                .forEach(discount -> {
                    List<Integer> free = new ArrayList<>();
                    for (int index = 0; index < candidates.size(); index++) {
                        if (!candidates.get(index).bundled() && !taken.containsKey(index)) {
                            free.add(index);
                        }
                    }
                    new DiscountGroups(discount, candidates)
                            .of(free)
                            .forEach(group -> apply(discount, candidates, group, taken));
                });
        List<@Nullable Discounted> result = new ArrayList<>();
        for (int index = 0; index < candidates.size(); index++) {
            result.add(taken.get(index));
        }
        return result;
    }

    private static void apply(
            Discount discount, List<Candidate> candidates, DiscountGroups.Group group, Map<Integer, Discounted> taken) {
        List<Integer> condition = group.condition();
        List<Integer> benefit = group.benefit();
        if (discount.minCount() == 0) {
            Money value = condition.stream()
                    .map(index -> candidates.get(index).price())
                    .reduce(Money::plus)
                    .orElse(null);
            if (value == null || value.amount().compareTo(discount.minValue()) < 0) {
                return;
            }
        } else if (condition.size() < discount.minCount()) {
            return;
        } else if (discount.cheapest() != null) {
            Comparator<Integer> cheapestFirst = Comparator.<Integer, BigDecimal>comparing(
                            index -> candidates.get(index).price().amount())
                    .thenComparing(Comparator.reverseOrder());
            int times = Math.min(condition.size() / discount.minCount(), benefit.size());
            condition = first(times * discount.minCount(), condition, cheapestFirst);
            benefit = first(times * discount.cheapest(), benefit, cheapestFirst);
        }
        benefit.forEach(index -> taken.put(index, lowered(discount, candidates.get(index))));
        condition.forEach(index -> taken.putIfAbsent(
                index, new Discounted(discount.id(), candidates.get(index).price())));
    }

    private static List<Integer> first(int count, List<Integer> indexes, Comparator<Integer> order) {
        return indexes.stream().sorted(order).limit(count).toList();
    }

    private static Discounted lowered(Discount discount, Candidate candidate) {
        BigDecimal share = BigDecimal.valueOf(100).subtract(discount.percent()).movePointLeft(2);
        Money price = candidate.price();
        return new Discounted(discount.id(), Money.rounded(price.amount().multiply(share), price.currency()));
    }
}
