package org.gatebook.api.offer;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a product or fee is taxed (behaviour notes, orders 8.5).
 *
 * @param name shown to buyers
 * @param rate percent
 * @param priceIncludesTax whether listed prices are gross
 * @param euReverseCharge whether business customers in other EU countries owe the tax themselves
 * @param homeCountry two letters; empty if not said
 * @param keepGrossIfRateChanges whether a computed price stays when the address changes the rate
 * @param customRules tried in order; if there are any, they alone decide
 */
public record TaxRule(
        long id,
        Text name,
        BigDecimal rate,
        boolean priceIncludesTax,
        boolean euReverseCharge,
        String homeCountry,
        boolean keepGrossIfRateChanges,
        List<CustomRule> customRules) {

    public TaxRule {
        customRules = List.copyOf(customRules);
    }

    /**
     * A rule for some customers.
     *
     * @param country {@code ZZ} for any, {@code EU}, a country, or a country and state as {@code US-NY}
     * @param addressType empty for any, {@code individual}, {@code business} or {@code business_vat_id}
     * @param action {@code vat}, {@code reverse}, {@code no}, {@code block} or {@code require_approval}
     * @param rate percent in place of the rule's own; null to keep it
     */
    public record CustomRule(
            String country,
            String addressType,
            String action,
            @Nullable BigDecimal rate) {}
}
