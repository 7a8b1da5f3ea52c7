package org.gatebook.api.offer;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A voucher (behaviour notes, orders 11). How often it was used is not its own knowledge: counters say it.
 *
 * @param validUntil null for ever
 * @param blockQuota whether places are kept for those who have it
 * @param ignoreQuota whether it is good although nothing is left
 * @param value what the price mode needs; null changes nothing
 * @param item the product that it is for; null for all, or for those of the quota
 * @param variation null for all of the product
 * @param quota the quota whose products it is for; null without
 * @param subevent the date that it is for; null for all
 * @param seat the seat that it keeps; null without
 * @param budget how much all its uses together may take off; null without limit
 * @param addonsIncluded whether add-ons of what is bought with it cost nothing
 */
public record Voucher(
        long id,
        String code,
        int maxUsages,
        @Nullable Instant validUntil,
        boolean blockQuota,
        boolean ignoreQuota,
        PriceMode priceMode,
        @Nullable BigDecimal value,
        @Nullable Long item,
        @Nullable Long variation,
        @Nullable Long quota,
        @Nullable Long subevent,
        @Nullable Long seat,
        @Nullable BigDecimal budget,
        boolean addonsIncluded) {

    /** How the value is meant. */
    public enum PriceMode {
        /** It has no meaning. */
        NONE,
        /** It is the price. */
        SET,
        /** It is taken off, down to nothing. */
        SUBTRACT,
        /** It is a share to take off, in percent. */
        PERCENT
    }

    /** Whether it is good for this product, whatever the date (behaviour notes, orders 11.1). */
    public boolean appliesTo(EventOffer offer, long product, @Nullable Long productVariation) {
        if (quota != null) {
            Quota members = offer.quotas().get(quota);
            return members != null
                    && (productVariation == null
                            ? members.items().contains(product)
                            : members.variations().contains(productVariation));
        }
        return (item == null || item == product) && (variation == null || variation.equals(productVariation));
    }

    /** Whether its time is over. */
    public boolean isExpired(Instant now) {
        return validUntil != null && validUntil.isBefore(now);
    }
}
