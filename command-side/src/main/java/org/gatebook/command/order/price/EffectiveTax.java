package org.gatebook.command.order.price;

import java.math.BigDecimal;
import java.util.Set;
import org.gatebook.api.offer.TaxRule;
import org.gatebook.api.offer.TaxRule.CustomRule;
import org.jspecify.annotations.Nullable;

/** Which rate a tax rule comes to for an address (behaviour notes, orders 8.5). */
public sealed interface EffectiveTax {

    /** Members of the European Union, whose business customers may owe the tax themselves. */
    Set<String> EUROPEAN_UNION = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");

    /**
     * Sold, at this rate.
     *
     * @param rate percent; zero where no tax is due
     */
    record Rate(BigDecimal rate) implements EffectiveTax {}

    /** Not sold to this address. */
    record Blocked() implements EffectiveTax {}

    /** What the rule comes to for this address. */
    static EffectiveTax of(TaxRule rule, @Nullable TaxAddress address) {
        if (!rule.customRules().isEmpty()) {
            return address == null ? new Rate(rule.rate()) : custom(rule, address);
        }
        return new Rate(reverseCharged(rule, address) ? BigDecimal.ZERO : rule.rate());
    }

    /** Whether the buyer owes the tax instead of the seller; who buys from outside of Europe simply owes none here. */
    static boolean isReverseCharge(TaxRule rule, TaxAddress address) {
        if (rule.customRules().isEmpty()) {
            return EUROPEAN_UNION.contains(address.country()) && reverseCharged(rule, address);
        }
        return rule.customRules().stream()
                .filter(custom -> isFor(custom, address))
                .findFirst()
                .filter(custom -> custom.action().equals("reverse"))
                .isPresent();
    }

    private static EffectiveTax custom(TaxRule rule, TaxAddress address) {
        for (CustomRule custom : rule.customRules()) {
            if (isFor(custom, address)) {
                return switch (custom.action()) {
                    case "vat", "require_approval" -> new Rate(custom.rate() == null ? rule.rate() : custom.rate());
                    case "reverse", "no" -> new Rate(BigDecimal.ZERO);
                    case "block" -> new Blocked();
                    default -> throw new IllegalStateException("unknown action of a tax rule: " + custom.action());
                };
            }
        }
        return new Rate(rule.rate());
    }

    private static boolean isFor(CustomRule custom, TaxAddress address) {
        boolean place = switch (custom.country()) {
            case "ZZ" -> true;
            case "EU" -> EUROPEAN_UNION.contains(address.country());
            default ->
                custom.country().contains("-")
                        ? custom.country().equals(address.country() + "-" + address.state())
                        : custom.country().equals(address.country());
        };
        return place
                && switch (custom.addressType()) {
                    case "" -> true;
                    case "individual" -> !address.business();
                    case "business" -> address.business();
                    case "business_vat_id" -> address.business() && address.validVatId();
                    default ->
                        throw new IllegalStateException("unknown address type of a tax rule: " + custom.addressType());
                };
    }

    private static boolean reverseCharged(TaxRule rule, @Nullable TaxAddress address) {
        if (!rule.euReverseCharge() || address == null || address.country().isEmpty()) {
            return false;
        }
        if (!EUROPEAN_UNION.contains(address.country())) {
            return true;
        }
        return !address.country().equals(rule.homeCountry()) && address.business() && address.validVatId();
    }
}
