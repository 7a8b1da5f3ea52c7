package org.gatebook.api.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A discount that applies by itself (behaviour notes, orders 8.8).
 *
 * @param position rank among the discounts; the first ones take what they need
 * @param salesChannels where it applies; null for everywhere
 * @param percent taken off the price
 * @param cheapest off so many of the cheapest of every {@code minCount} positions; null for all of them
 * @param benefit whom it benefits; null for the positions that fulfil the condition
 */
public record Discount(
        long id,
        boolean active,
        int position,
        @Nullable Set<String> salesChannels,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil,
        Dates dates,
        Scope condition,
        int minCount,
        BigDecimal minValue,
        BigDecimal percent,
        @Nullable Integer cheapest,
        @Nullable Scope benefit) {

    public Discount {
        salesChannels = salesChannels == null ? null : Set.copyOf(salesChannels);
    }

    /** Whether it applies to what is bought there and then. */
    public boolean appliesIn(String salesChannel, Instant now) {
        return active
                && (salesChannels == null || salesChannels.contains(salesChannel))
                && (availableFrom == null || !availableFrom.isAfter(now))
                && (availableUntil == null || !availableUntil.isBefore(now));
    }

    /** How the positions of a series have to belong together. */
    public enum Dates {
        /** However they like. */
        MIXED,
        /** All of one date. */
        SAME,
        /** Each of another date. */
        DISTINCT
    }

    /**
     * Which positions are looked at.
     *
     * @param products null for all
     * @param addons whether add-ons count
     * @param ignoreVouchers whether positions that a voucher made cheaper do not count
     */
    public record Scope(@Nullable Set<Long> products, boolean addons, boolean ignoreVouchers) {

        public Scope {
            products = products == null ? null : Set.copyOf(products);
        }
    }
}
