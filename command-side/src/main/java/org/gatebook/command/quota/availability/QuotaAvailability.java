package org.gatebook.command.quota.availability;

import org.gatebook.api.offer.Quota;
import org.jspecify.annotations.Nullable;

/**
 * How much of a quota is left, and what takes the rest (behaviour notes, orders 9).
 *
 * @param taken as far as it was counted: what comes after the first thing that exhausts the quota is 0, as in the reference;
 *     only the waiting list is always counted, since it is longest when nothing is left
 * @param left null without limit
 */
record QuotaAvailability(State state, Taken taken, @Nullable Long left) {

    /** In the order of the reference; only the last one sells. */
    enum State {
        /** Sold out for good. */
        GONE,
        /** Sold out by orders that are not paid yet, by vouchers or by people who wait. */
        ORDERED,
        /** What is left is in carts. */
        RESERVED,
        /** There are places. */
        OK
    }

    /**
     * What takes places.
     *
     * @param paid in paid orders, with those that have left
     * @param pending in pending orders
     * @param exited of those, how many have left and free their place
     * @param vouchers kept by vouchers
     * @param carts in carts
     * @param waiting on the waiting list
     */
    record Taken(long paid, long pending, long exited, long vouchers, long carts, long waiting) {}

    static QuotaAvailability of(Quota quota, Taken all) {
        Taken none = new Taken(0, 0, 0, 0, 0, all.waiting());
        if (quota.closed()) {
            return new QuotaAvailability(State.ORDERED, none, 0L);
        }
        if (quota.size() == null) {
            return new QuotaAvailability(State.OK, none, null);
        }
        if (quota.size() == 0) {
            return new QuotaAvailability(State.GONE, none, 0L);
        }
        Taken orders = new Taken(all.paid(), all.pending(), all.exited(), 0, 0, all.waiting());
        // Who has left is subtracted from the paid ones first; how many of them were not is not known and rarely any.
        long afterPaid = quota.size() - Math.max(0, all.paid() - all.exited());
        if (afterPaid <= 0) {
            return new QuotaAvailability(State.GONE, orders, 0L);
        }
        long afterOrders = quota.size() - (all.paid() + all.pending() - all.exited());
        if (afterOrders <= 0) {
            return new QuotaAvailability(State.ORDERED, orders, 0L);
        }
        long afterVouchers = afterOrders - all.vouchers();
        if (afterVouchers <= 0) {
            Taken counted = new Taken(all.paid(), all.pending(), all.exited(), all.vouchers(), 0, all.waiting());
            return new QuotaAvailability(State.ORDERED, counted, 0L);
        }
        long afterCarts = afterVouchers - all.carts();
        if (afterCarts <= 0) {
            return new QuotaAvailability(State.RESERVED, all, 0L);
        }
        long left = afterCarts - all.waiting();
        return left <= 0 ? new QuotaAvailability(State.ORDERED, all, 0L) : new QuotaAvailability(State.OK, all, left);
    }

    /** Whether a quota that closes when it is sold out closes now. */
    boolean isSoldOut() {
        return state == State.GONE || state == State.ORDERED;
    }
}
