package org.gatebook.command.order.usage;

import java.util.List;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Quota;
import org.jspecify.annotations.Nullable;

/**
 * What a position is of, as quotas see it.
 *
 * @param variation null if the product has none
 * @param subevent the date; null in events that are no series
 */
public record Product(
        long item, @Nullable Long variation, @Nullable Long subevent) {

    /** All quotas in which it counts, by id. */
    List<Quota> quotas(EventOffer offer) {
        return offer.quotasOf(item, variation, subevent);
    }

    /** Its name in messages about what is ordered already (behaviour notes, orders 12.3). */
    String fullName(EventOffer offer, String language) {
        Long wanted = variation;
        return wanted == null
                ? name(offer, language)
                : offer.item(item)
                        .flatMap(i -> i.variation(wanted))
                        .map(v -> name(offer, language) + " - " + v.value().in(language))
                        .orElseGet(() -> name(offer, language));
    }

    /** Its name in messages about what is wanted. */
    String name(EventOffer offer, String language) {
        return offer.item(item).map(i -> i.name().in(language)).orElse("");
    }
}
