package org.gatebook.command.order.price;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.gatebook.api.offer.TaxRule;
import org.jspecify.annotations.Nullable;

/**
 * The rates that tax rules come to for one address.
 *
 * @param address null if none is known
 */
public record TaxRates(@Nullable TaxAddress address) {

    /** Whether one of these rules forbids the sale. */
    public boolean forbid(Stream<@Nullable TaxRule> rules) {
        return rules.anyMatch(rule -> rule != null && EffectiveTax.of(rule, address) instanceof EffectiveTax.Blocked);
    }

    /**
     * Percent; zero without a rule.
     *
     * @throws IllegalStateException if the rule forbids the sale: a defect, since that is asked first
     */
    public BigDecimal of(@Nullable TaxRule rule) {
        if (rule == null) {
            return BigDecimal.ZERO;
        }
        return switch (EffectiveTax.of(rule, address)) {
            case EffectiveTax.Rate rate -> rate.rate();
            case EffectiveTax.Blocked blocked -> throw new IllegalStateException("sold although a tax rule forbids it");
        };
    }
}
