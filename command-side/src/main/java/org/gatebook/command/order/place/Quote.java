package org.gatebook.command.order.place;

import java.util.List;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.command.order.form.FeeWish;
import org.gatebook.command.order.form.PositionWish;
import org.gatebook.command.order.price.TaxedPrice;
import org.jspecify.annotations.Nullable;

/** What an order costs, position by position and fee by fee. */
record Quote(List<Line> lines, List<Fee> fees, Money total) {

    Quote {
        lines = List.copyOf(lines);
        fees = List.copyOf(fees);
    }

    /**
     * A position and its price.
     *
     * @param rule the product's tax rule, also where no tax is due; null if untaxed
     * @param voucherBudgetUse null without voucher
     * @param discount the automatic discount that took part; null if none
     */
    record Line(
            PositionWish wish,
            TaxedPrice price,
            @Nullable TaxRule rule,
            @Nullable Long voucher,
            @Nullable Money voucherBudgetUse,
            @Nullable Long discount) {}

    /**
     * A fee, or the part of one that is taxed by one rule.
     *
     * @param rule null if untaxed
     */
    record Fee(FeeWish wish, TaxedPrice value, @Nullable TaxRule rule) {}
}
