package org.gatebook.command.order.price;

import java.math.BigDecimal;
import org.gatebook.api.offer.Item;
import org.gatebook.api.offer.Item.Variation;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.Subevent.DateOverride;
import org.jspecify.annotations.Nullable;

/** What the price list says, before vouchers and taxes (behaviour notes, orders 8.1). */
public final class ListedPrice {

    private ListedPrice() {}

    /** The listed price of a product, in the event's currency; gross or net as its tax rule says. */
    public static BigDecimal of(Item item, @Nullable Variation variation, @Nullable Subevent subevent) {
        BigDecimal price = overridden(
                item.defaultPrice(),
                subevent == null ? null : subevent.itemOverrides().get(item.id()));
        if (variation == null) {
            return price;
        }
        BigDecimal own = variation.defaultPrice() == null ? price : variation.defaultPrice();
        return overridden(
                own, subevent == null ? null : subevent.variationOverrides().get(variation.id()));
    }

    private static BigDecimal overridden(BigDecimal price, @Nullable DateOverride override) {
        return override == null || override.price() == null ? price : override.price();
    }
}
