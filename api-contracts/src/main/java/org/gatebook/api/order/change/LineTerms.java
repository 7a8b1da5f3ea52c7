package org.gatebook.api.order.change;

import java.math.BigDecimal;
import org.gatebook.api.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What may become different about a position as long as it is in its order: what it is of, where, and for how much.
 *
 * @param price gross
 * @param taxRate percent, after the address was looked at
 * @param taxValue the tax in {@code price}
 * @param voucherBudgetUse what the voucher's budget pays; null without voucher
 * @param seat the seat's id; null without seat
 */
public record LineTerms(
        long item,
        @Nullable Long variation,
        @Nullable Long subevent,
        Money price,
        @Nullable Long taxRule,
        BigDecimal taxRate,
        Money taxValue,
        @Nullable Money voucherBudgetUse,
        @Nullable Long seat) {

    /** The same of another product. */
    public LineTerms of(long otherItem, @Nullable Long otherVariation, @Nullable Long otherSubevent) {
        return new LineTerms(
                otherItem, otherVariation, otherSubevent, price, taxRule, taxRate, taxValue, voucherBudgetUse, seat);
    }

    /** The same on another seat. */
    public LineTerms on(@Nullable Long otherSeat) {
        return new LineTerms(item, variation, subevent, price, taxRule, taxRate, taxValue, voucherBudgetUse, otherSeat);
    }

    /** The same for another price, taxed by another rule. */
    public LineTerms costing(Money gross, @Nullable Long rule, BigDecimal rate, Money tax) {
        return new LineTerms(item, variation, subevent, gross, rule, rate, tax, voucherBudgetUse, seat);
    }

    /** The same that takes another part of the voucher's budget. */
    public LineTerms using(@Nullable Money budget) {
        return new LineTerms(item, variation, subevent, price, taxRule, taxRate, taxValue, budget, seat);
    }
}
