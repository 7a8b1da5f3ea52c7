package org.gatebook.command.order.usage;

import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Voucher;
import org.jspecify.annotations.Nullable;

/**
 * A position that somebody wants.
 *
 * @param voucher null without
 * @param seat null without
 */
public record WantedPlace(
        Product product,
        @Nullable Voucher voucher,
        @Nullable Seat seat) {

    /** Whether its voucher keeps a place of its own or may ignore quotas (behaviour notes, orders 7.7). */
    boolean isOutsideQuotas() {
        return voucher != null && (voucher.blockQuota() || voucher.ignoreQuota());
    }
}
