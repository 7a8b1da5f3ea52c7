package org.gatebook.command.order.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gatebook.api.offer.Seat;
import org.jspecify.annotations.Nullable;

/**
 * What the positions of a new order use beside their places, each in the order of the positions.
 *
 * @param vouchers null at positions without voucher
 * @param seats null at positions without seat
 */
record PositionUses(List<@Nullable VoucherUse> vouchers, List<@Nullable Seat> seats) {

    PositionUses {
        vouchers = Collections.unmodifiableList(new ArrayList<>(vouchers));
        seats = Collections.unmodifiableList(new ArrayList<>(seats));
    }
}
