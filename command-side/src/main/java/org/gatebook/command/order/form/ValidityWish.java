package org.gatebook.command.order.form;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a ticket is to be good (behaviour notes, orders 7.9). */
public sealed interface ValidityWish {

    /** Exactly so; null is no limit. */
    record Exactly(@Nullable Instant from, @Nullable Instant until) implements ValidityWish {}

    /**
     * As the product has it.
     *
     * @param start the start that the buyer would like, where the product lets them choose; null for now
     */
    record AsProduct(@Nullable Instant start) implements ValidityWish {}
}
