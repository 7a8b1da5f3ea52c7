package org.gatebook.api.order.change;

import java.time.Instant;
import org.gatebook.api.money.Money;

/**
 * What shall be different about a position (behaviour notes, orders 15.3, stage A); what already is so is no change.
 *
 * @param seat the seat's guid
 * @param price gross
 */
public record LinePatch(
        Patch<Long> item,
        Patch<Long> variation,
        Patch<Long> subevent,
        Patch<String> seat,
        Patch<Money> price,
        Patch<Long> taxRule,
        Patch<Instant> validFrom,
        Patch<Instant> validUntil) {}
