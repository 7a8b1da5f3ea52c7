package org.gatebook.catalogue.discount;

import static org.gatebook.catalogue.crud.Fields.count;
import static org.gatebook.catalogue.crud.Fields.flag;
import static org.gatebook.web.form.kind.Types.choice;
import static org.gatebook.web.form.kind.Types.decimal;

import java.math.BigDecimal;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Fields;
import org.gatebook.web.form.Field;

/** Which conditions and benefits go together: those for which the best discount can be found and explained. */
final class DiscountRules {

    static final String DISTINCT = "distinct";

    static final Field<String> DATES =
            Field.optional("subevent_mode", choice("mixed", "same", DISTINCT)).orElse("mixed");
    static final Field<Long> MIN_COUNT = count("condition_min_count", 0);
    static final Field<BigDecimal> MIN_VALUE =
            Field.optional("condition_min_value", decimal(10, 2)).orElse(new BigDecimal("0.00"));
    static final Field<BigDecimal> PERCENT = Field.optional(
                    "benefit_discount_matching_percent", decimal(10, 2).atLeast("0.00"))
            .orElse(new BigDecimal("0.00"));
    static final Field<Long> CHEAPEST = Field.optional(
                    "benefit_only_apply_to_cheapest_n_matches", Fields.count().atLeast(1))
            .nullable();
    static final Field<Boolean> SAME_PRODUCTS = flag("benefit_same_products", true);

    private DiscountRules() {}

    static void check(Change discount) {
        boolean counts = !Long.valueOf(0).equals(discount.number(MIN_COUNT.name()));
        boolean sums = new BigDecimal(String.valueOf(discount.get(MIN_VALUE.name()))).signum() != 0;
        boolean distinct = DISTINCT.equals(discount.get(DATES.name()));
        if (counts && sums) {
            throw discount.refused(
                    "You can either set a minimum number of matching products or a minimum value, not both.");
        }
        if (!counts && !sums) {
            throw discount.refused("You need to either set a minimum number of matching products or a minimum value.");
        }
        if (sums && discount.get(CHEAPEST.name()) != null) {
            throw discount.refused(
                    "You cannot apply the discount only to some of the matched products if you are matching"
                            + " on a minimum value.");
        }
        if (sums && distinct) {
            throw discount.refused(
                    "You cannot apply the discount only to bookings of different dates if you are matching"
                            + " on a minimum value.");
        }
        // The reference asks this of new discounts before its own default is there, and so must be told.
        boolean same = discount.flag(SAME_PRODUCTS.name())
                && (!discount.isNew() || discount.input().wasSent(SAME_PRODUCTS));
        if (distinct && !same) {
            throw discount.refused(
                    SAME_PRODUCTS.name(),
                    "You cannot apply the discount to a different set of products if the discount is only valid for"
                            + " bookings of different dates.");
        }
    }
}
