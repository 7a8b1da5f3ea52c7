package org.gatebook.catalogue.discount;

import static org.gatebook.catalogue.offer.OfferTexts.moment;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.gatebook.api.offer.Discount;
import org.gatebook.api.offer.Discount.Dates;
import org.gatebook.api.offer.Discount.Scope;
import org.gatebook.catalogue.offer.OfferPart;
import org.gatebook.catalogue.resource.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a discount becomes in the snapshot of its event. */
@Configuration(proxyBeanMethods = false)
class DiscountsOffered {

    @Bean
    OfferPart<Discount> discountsOfEvent(DiscountResource discounts) {
        return OfferPart.ofEach(Discount.class, discounts.type(), DiscountsOffered::discount);
    }

    private static Discount discount(Document discount) {
        Long cheapest = discount.numberOrNull("benefit_only_apply_to_cheapest_n_matches");
        return new Discount(
                discount.id(),
                discount.flag("active"),
                (int) discount.number("position"),
                discount.flag("all_sales_channels") ? null : Set.copyOf(discount.texts("limit_sales_channels")),
                moment(discount.get("available_from")),
                moment(discount.get("available_until")),
                Dates.valueOf(discount.text("subevent_mode").toUpperCase(Locale.ROOT)),
                new Scope(
                        discount.flag("condition_all_products") ? null : discount.numbers("condition_limit_products"),
                        discount.flag("condition_apply_to_addons"),
                        discount.flag("condition_ignore_voucher_discounted")),
                (int) discount.number("condition_min_count"),
                new BigDecimal(discount.text("condition_min_value")),
                new BigDecimal(discount.text("benefit_discount_matching_percent")),
                cheapest == null ? null : cheapest.intValue(),
                benefit(discount));
    }

    private static @Nullable Scope benefit(Document discount) {
        return discount.flag("benefit_same_products")
                ? null
                : new Scope(
                        discount.numbers("benefit_limit_products"),
                        discount.flag("benefit_apply_to_addons"),
                        discount.flag("benefit_ignore_voucher_discounted"));
    }
}
