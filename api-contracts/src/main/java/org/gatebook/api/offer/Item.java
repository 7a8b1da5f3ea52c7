package org.gatebook.api.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product (behaviour notes, orders 25).
 *
 * @param internalName for the organizer; null if the name serves
 * @param defaultPrice gross or net as the tax rule says
 * @param taxRule null if untaxed
 * @param generateTickets null if the kind of product decides
 * @param mediaPolicy {@code reuse}, {@code new} or {@code reuse_or_new}; null without media
 * @param position rank among the products of its category
 * @param personalized whether tickets of admission carry a name
 * @param allowCancel whether customers may cancel it themselves
 * @param requireApproval whether somebody looks at orders with it first; orders made through the API do not ask (orders 7.2)
 * @param addons what may be added to it, by rank
 * @param bundles what is sold inside it
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
        List<Variation> variations,
        boolean personalized,
        boolean allowCancel,
        boolean requireApproval,
        List<Addon> addons,
        List<Bundle> bundles) {

    public Item {
        variations = List.copyOf(variations);
        addons = List.copyOf(addons);
        bundles = List.copyOf(bundles);
    }

    /** What the organizer calls it. */
    public String label(String language) {
        return internalName == null || internalName.isEmpty() ? name.in(language) : internalName;
    }

    /** The variation of this id, if it is one of this product. */
    public Optional<Variation> variation(long variationId) {
        return variations.stream().filter(v -> v.id() == variationId).findFirst();
    }

    /** How products of this category may be added to this one, if they may. */
    public Optional<Addon> addonOf(@Nullable Long ofCategory) {
        return ofCategory == null
                ? Optional.empty()
                : addons.stream()
                        .filter(addon -> addon.category() == ofCategory)
                        .findFirst();
    }

    /** Whether a product, or this variation of it, is sold inside this one. */
    public boolean bundles(long item, @Nullable Long variation) {
        return bundles.stream()
                .anyMatch(bundle -> bundle.item() == item
                        && (bundle.variation() == null || bundle.variation().equals(variation)));
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
            int position,
            boolean requireApproval) {}

    /**
     * A category whose products may be added to a product.
     *
     * @param priceIncluded whether the shop gives them free; prices of orders made through the API ignore it
     * @param multiAllowed whether one may be added twice
     */
    public record Addon(long id, long category, int min, int max, boolean priceIncluded, boolean multiAllowed) {}

    /**
     * A product inside a product.
     *
     * @param variation null if it has none
     * @param designatedPrice the part of the whole's gross price that is its
     */
    public record Bundle(long id, long item, @Nullable Long variation, int count, BigDecimal designatedPrice) {}
}
