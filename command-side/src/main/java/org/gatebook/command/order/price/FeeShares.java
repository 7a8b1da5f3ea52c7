package org.gatebook.command.order.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.TaxRule;
import org.jspecify.annotations.Nullable;

/** A fee that is taxed like the products it comes with, split by their tax rules (behaviour notes, orders 8.7). */
public final class FeeShares {

    private FeeShares() {}

    /**
     * What products of one tax rule cost together.
     *
     * @param rule null for untaxed products
     * @param rate the rule's effective rate, percent
     */
    public record Group(@Nullable TaxRule rule, BigDecimal rate, Money net) {}

    /** The part of the fee that follows a group. */
    public record Share(Group group, Money value) {}

    /**
     * Splits a fee in proportion to the groups' net sums. What rounding adds too much is taken from the lowest rate,
     * what it leaves over goes to the highest. Empty if there is nothing to be in proportion to.
     */
    public static List<Share> of(Money fee, List<Group> groups) {
        List<Group> byRate =
                groups.stream().sorted(Comparator.comparing(Group::rate)).toList();
        BigDecimal sum = byRate.stream().map(g -> g.net().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return List.of();
        }
        List<Share> shares = new ArrayList<>();
        Money left = fee;
        for (Group group : byRate) {
            BigDecimal exact = fee.amount().multiply(group.net().amount()).divide(sum, MathContext.DECIMAL128);
            Share share = new Share(group, Money.rounded(exact, fee.currency()));
            shares.add(share);
            left = left.minus(share.value());
        }
        int corrected = left.isNegative() ? 0 : shares.size() - 1;
        Share share = shares.get(corrected);
        shares.set(corrected, new Share(share.group(), share.value().plus(left)));
        return List.copyOf(shares);
    }
}
