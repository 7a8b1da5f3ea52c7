package org.gatebook.catalogue.pretixdroid;

import java.util.Set;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Subevent;
import org.jspecify.annotations.Nullable;

/**
 * What a paired device works for.
 *
 * @param configuration its number
 * @param app which one was paired
 * @param date of the list, or of the address where the list is for all dates; null outside of series
 * @param items the only products it is for; null for all
 * @param byName whether tickets may be found by names, and not only by secrets
 */
public record Pairing(
        long configuration,
        String app,
        EventOffer offer,
        CheckinList list,
        @Nullable Subevent date,
        @Nullable Set<Long> items,
        boolean byName) {

    public Pairing {
        items = items == null ? null : Set.copyOf(items);
    }

    /** Whether tickets of this product are its business. */
    public boolean isFor(long item) {
        return items == null || items.contains(item);
    }
}
