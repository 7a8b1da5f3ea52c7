package org.gatebook.api.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product.
 *
 * @param internalName for the organizer; null if the name serves
 * @param defaultPrice gross or net as the tax rule says
 * @param taxRule null if untaxed
 * @param generateTickets null if the kind of product decides
 * @param mediaPolicy {@code reuse}, {@code new} or {@code reuse_or_new}; null without media
 * @param position rank among the products of its category
 */
public record Item(
        long id,
        Text name,
        @Nullable String internalName,
        BigDecimal defaultPrice,
        boolean active,
        boolean admission,
        boolean issueGiftcard,
        boolean checkinAttention,
        @Nullable String checkinText,
        @Nullable Boolean generateTickets,
        @Nullable Long category,
        @Nullable Long taxRule,
        @Nullable String mediaPolicy,
        @Nullable String mediaType,
        int position,
        Validity validity,
        List<Variation> variations) {

    public Item {
        variations = List.copyOf(variations);
    }

    /** The variation of this id, if it is one of this product. */
    public Optional<Variation> variation(long variationId) {
        return variations.stream().filter(v -> v.id() == variationId).findFirst();
    }

    /**
     * A variation of a product.
     *
     * @param defaultPrice null to take the product's
     */
    public record Variation(
            long id,
            Text value,
            boolean active,
            @Nullable BigDecimal defaultPrice,
            boolean checkinAttention,
            @Nullable String checkinText,
            int position) {}
}
