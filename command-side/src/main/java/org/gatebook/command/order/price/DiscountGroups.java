package org.gatebook.command.order.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gatebook.api.offer.Discount;
import org.gatebook.api.offer.Discount.Scope;
import org.gatebook.command.order.price.Discounts.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Which positions are looked at together: all, those of one date, or groups in which every position is of another date.
 * How the last ones are built follows the reference, since it decides who pays what.
 */
final class DiscountGroups {

    private final Discount discount;
    private final List<Candidate> candidates;

    DiscountGroups(Discount discount, List<Candidate> candidates) {
        this.discount = discount;
        this.candidates = candidates;
    }

    /**
     * Positions that are looked at together, by index.
     *
     * @param condition those that have to fulfil the condition
     * @param benefit those that become cheaper
     */
    record Group(List<Integer> condition, List<Integer> benefit) {}

    List<Group> of(List<Integer> free) {
        List<Integer> condition = within(discount.condition(), free);
        List<Integer> benefit = discount.benefit() == null ? condition : within(discount.benefit(), free);
        return switch (discount.dates()) {
            case MIXED -> List.of(new Group(condition, benefit));
            case SAME ->
                byDate(condition).entrySet().stream()
                        .map(entry -> new Group(
                                entry.getValue(),
                                benefit.stream()
                                        .filter(index -> Objects.equals(date(index), entry.getKey()))
                                        .toList()))
                        .toList();
            case DISTINCT ->
                distinct(condition).stream()
                        .map(group -> new Group(group, group))
                        .toList();
        };
    }

    private List<Integer> within(Scope scope, List<Integer> free) {
        return free.stream()
                .filter(index -> {
                    Candidate candidate = candidates.get(index);
                    return (scope.products() == null || scope.products().contains(candidate.item()))
                            && (scope.addons() || !candidate.addon())
                            && (!scope.ignoreVouchers() || !candidate.voucherHelped());
                })
                .toList();
    }

    private Map<@Nullable Long, List<Integer>> byDate(List<Integer> indexes) {
        Map<@Nullable Long, List<Integer>> byDate = new LinkedHashMap<>();
        indexes.forEach(index ->
                byDate.computeIfAbsent(date(index), date -> new ArrayList<>()).add(index));
        return byDate;
    }

    /**
     * Full groups take from the date with the most positions left, first the cheapest ones that are to be lowered, then the
     * dearest, so that the cheapest do not all end up in one group. What is left over joins a group without its date.
     */
    private List<List<Integer>> distinct(List<Integer> condition) {
        Map<@Nullable Long, List<Integer>> left = byDate(condition);
        left.values().forEach(indexes -> indexes.sort(byPrice()));
        List<@Nullable Long> mostFirst = new ArrayList<>(left.keySet());
        mostFirst.sort(Comparator.comparingInt(
                date -> -Objects.requireNonNull(left.get(date)).size()));
        int size = Math.max(discount.minCount(), 1);
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        for (Integer next = next(left, group); next != null; next = next(left, group)) {
            group.add(next);
            if (group.size() == size) {
                List<Integer> taken = group;
                left.values().forEach(indexes -> indexes.removeAll(taken));
                groups.add(group);
                group = new ArrayList<>();
            }
        }
        mostFirst.forEach(date -> distribute(date, Objects.requireNonNull(left.get(date)), groups));
        return groups;
    }

    private @Nullable Integer next(Map<@Nullable Long, List<Integer>> left, List<Integer> group) {
        Set<@Nullable Long> used = new HashSet<>();
        group.forEach(index -> used.add(date(index)));
        int most = left.entrySet().stream()
                .filter(entry -> !used.contains(entry.getKey()))
                .mapToInt(entry -> entry.getValue().size())
                .max()
                .orElse(0);
        if (most == 0) {
            return null;
        }
        List<Integer> choice = left.entrySet().stream()
                .filter(entry ->
                        !used.contains(entry.getKey()) && entry.getValue().size() == most)
                .flatMap(entry -> entry.getValue().stream())
                .sorted(byPrice())
                .toList();
        boolean toBeLowered = discount.cheapest() != null && group.size() < discount.cheapest();
        return toBeLowered ? choice.getFirst() : choice.getLast();
    }

    private void distribute(@Nullable Long date, List<Integer> leftOver, List<List<Integer>> groups) {
        for (List<Integer> group : groups) {
            if (leftOver.isEmpty()) {
                return;
            }
            if (group.stream().noneMatch(index -> Objects.equals(date(index), date))) {
                group.add(leftOver.removeLast());
            }
        }
    }

    private @Nullable Long date(int index) {
        return candidates.get(index).subevent();
    }

    private Comparator<Integer> byPrice() {
        return Comparator.<Integer, BigDecimal>comparing(
                index -> candidates.get(index).price().amount());
    }
}
