package org.gatebook.api.offer;

import java.time.Instant;
import org.gatebook.api.catalogue.CatalogueEvent;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody keeps in a cart until they buy it or time is over (behaviour notes, orders 9.1 and 9.4).
 *
 * @param cart the cart's name
 * @param voucher the voucher's id; null without
 * @param seat the seat's id; null without
 */
public record CartPosition(
        long id,
        String cart,
        long item,
        @Nullable Long variation,
        @Nullable Long subevent,
        @Nullable Long voucher,
        @Nullable Long seat,
        Instant expires) {

    /** Kind of its stream, as of its resource. */
    public static final String KIND = "cart_position";

    /** The stream of a cart position. */
    public static String stream(long id) {
        return CatalogueEvent.stream(KIND, id);
    }

    /** Whose key seals what is known of the guest. */
    public static SubjectId subject(long id) {
        return SubjectId.of(KIND, id);
    }
}
