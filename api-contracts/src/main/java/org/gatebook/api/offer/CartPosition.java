package org.gatebook.api.offer;

import java.time.Instant;
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
        Instant expires) {}
