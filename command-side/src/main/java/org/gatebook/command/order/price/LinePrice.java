package org.gatebook.command.order.price;

import java.math.BigDecimal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.TaxRule;
import org.jspecify.annotations.Nullable;

/** What a position costs, whether its price is computed or given (behaviour notes, orders 8.2, 8.3, 8.6). */
public final class LinePrice {

    private LinePrice() {}

    /**
     * The price of a position for which the client named none.
     *
     * @param price listed price after the voucher; gross or net as the rule says
     * @param rule null if untaxed
     * @param rate the effective rate for the order's address
     */
    public static TaxedPrice computed(Money price, @Nullable TaxRule rule, BigDecimal rate) {
        if (rule == null) {
            return TaxedPrice.ofGross(price, BigDecimal.ZERO);
        }
        TaxedPrice normal =
                rule.priceIncludesTax() ? TaxedPrice.ofGross(price, rule.rate()) : TaxedPrice.ofNet(price, rule.rate());
        return atRate(normal, rule, rate);
    }

    /** The price that the client named as it is where the normal rate is due: elsewhere it is as a computed one. */
    public static TaxedPrice byNormalRate(Money gross, @Nullable TaxRule rule, BigDecimal rate) {
        return rule == null
                ? TaxedPrice.ofGross(gross, BigDecimal.ZERO)
                : atRate(TaxedPrice.ofGross(gross, rule.rate()), rule, rate);
    }

    private static TaxedPrice atRate(TaxedPrice normal, TaxRule rule, BigDecimal rate) {
        if (rate.compareTo(rule.rate()) == 0) {
            return normal;
        }
        return rule.keepGrossIfRateChanges()
                ? TaxedPrice.ofGross(normal.gross(), rate)
                : TaxedPrice.ofNet(normal.net(), rate);
    }

    /** The price that the client named: gross, whatever the rate. */
    public static TaxedPrice given(Money gross, BigDecimal rate) {
        return TaxedPrice.ofGross(gross, rate);
    }
}
