package org.gatebook.api.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket admits to, and when.
 *
 * @param variation null for products without variations
 * @param subevent the date; null in events that are no series
 * @param validFrom null if at once
 * @param validUntil null if for ever
 */
public record TicketTerms(
        long item,
        @Nullable Long variation,
        @Nullable Long subevent,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {}
