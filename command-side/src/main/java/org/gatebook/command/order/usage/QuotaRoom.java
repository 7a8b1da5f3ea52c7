package org.gatebook.command.order.usage;

import org.gatebook.api.offer.Quota;
import org.jspecify.annotations.Nullable;

/**
 * How much room a quota has for a decision (behaviour notes, orders 9.1 and 9.2).
 *
 * @param used places of pending and paid orders
 * @param reserved places that are kept for others, for now
 */
record QuotaRoom(Quota quota, long used, long reserved) {

    /** How many more may be sold; null without limit. */
    @Nullable
    Long left() {
        if (quota.closed()) {
            return 0L;
        }
        return quota.size() == null ? null : Math.max(0, quota.size() - used - reserved);
    }

    /** Whether so many more may be sold. */
    boolean has(long wanted) {
        Long left = left();
        return left == null || wanted <= left;
    }
}
