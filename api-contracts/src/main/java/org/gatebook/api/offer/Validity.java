package org.gatebook.api.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when until when the tickets of a product are good (behaviour notes, orders 7.9). */
public sealed interface Validity {

    /** The product says nothing about it. */
    record Unlimited() implements Validity {}

    /** The same for all. */
    record Fixed(@Nullable Instant from, @Nullable Instant until) implements Validity {}

    /**
     * From the purchase, or from a moment that the buyer chooses.
     *
     * @param startChoice whether the buyer may choose the start
     * @param startChoiceDayLimit at most so many days ahead; null without limit
     */
    record Dynamic(
            int months,
            int days,
            int hours,
            int minutes,
            boolean startChoice,
            @Nullable Integer startChoiceDayLimit) implements Validity {}
}
