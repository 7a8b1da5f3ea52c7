package org.gatebook.catalogue.usage;

import org.gatebook.api.offer.Quota;
import org.gatebook.catalogue.usage.Reserved.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How much room a quota has for a decision (behaviour notes, orders 9.1 to 9.4).
 *
 * @param used places of pending and paid orders
 * @param exited those of them that are free again because their holders have left
 * @param kept places that are kept for others, for now
 * @param credit places in carts that the present request buys
 */
public record QuotaRoom(Quota quota, long used, long exited, long kept, long credit) {

    /** @param waitingListFirst whether who waits comes before the decision */
    public static QuotaRoom of(Quota quota, Reserved reserved, boolean waitingListFirst) {
        long carts = reserved.kept(Reason.CART, quota);
        long consumed = reserved.kept(Reason.CONSUMED_CART, quota);
        long waiting = waitingListFirst ? reserved.kept(Reason.WAITING_LIST, quota) : 0;
        return new QuotaRoom(
                quota,
                reserved.used(Counted.quota(quota.id())),
                reserved.exited(quota),
                reserved.kept(Reason.VOUCHER, quota) + carts + consumed + waiting,
                consumed);
    }

    /**
     * Whether so many may be sold. What was in a consumed cart may be bought even if nothing is left: it was kept for this
     * very buyer.
     */
    public boolean has(long wanted) {
        Long left = left();
        return left == null || wanted <= left;
    }

    /** How many may be sold; null without limit. */
    public @Nullable Long left() {
        if (quota.closed()) {
            return credit;
        }
        return quota.size() == null ? null : Math.max(0, quota.size() - (used - exited) - kept) + credit;
    }

    /** How high the counter may get by what this decision sells; null without limit, and for what is not counted. */
    public @Nullable Long limit() {
        Long left = left();
        return left == null || quota.size() == null ? null : used + left;
    }
}
