package org.gatebook.command.order.usage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Voucher;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.catalogue.usage.QuotaRoom;
import org.gatebook.catalogue.usage.Reserved;
import org.jspecify.annotations.Nullable;

/** Whether an order can hold again what it held: position by position, the first thing that is missing is named. */
final class ReturnCheck {

    private final EventOffer offer;
    private final Returning order;
    private final Map<Long, Seat> seats;
    private final Map<Long, Voucher> vouchers;
    private final Map<Long, QuotaRoom> rooms;
    private final Reserved reserved;
    private final String language;
    private final Map<Long, Long> taken = new HashMap<>();
    private final Map<Long, Long> budgets = new HashMap<>();
    private final Map<Long, Long> redemptions = new HashMap<>();
    private final Set<Long> sittingOn = new HashSet<>();

    /** @param vouchers none where they do not matter */
    ReturnCheck(
            EventOffer offer,
            Returning order,
            Map<Long, Seat> seats,
            Map<Long, Voucher> vouchers,
            Map<Long, QuotaRoom> rooms,
            Reserved reserved,
            String language) {
        this.offer = offer;
        this.order = order;
        this.seats = seats;
        this.vouchers = vouchers;
        this.rooms = rooms;
        this.reserved = reserved;
        this.language = language;
    }

    @Nullable
    Refusal refusal() {
        for (HeldLine line : order.lines()) {
            Refusal refusal = refusal(line);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal refusal(HeldLine line) {
        Seat seat = line.seat() == null ? null : seats.get(line.seat());
        // Two positions may have come to one seat while the order held none.
        if (seat != null && !(Room.isFree(seat, line.voucher(), false, reserved) && sittingOn.add(seat.id()))) {
            return PlaceRefusals.seatNoLongerAvailable(seat);
        }
        if (order.force()) {
            return null;
        }
        Voucher voucher = line.voucher() == null ? null : vouchers.get(line.voucher());
        Refusal refusal = voucher == null ? null : refusal(line, voucher);
        if (refusal != null) {
            return refusal;
        }
        return hasRoom(line.product())
                ? null
                : PlaceRefusals.noLongerAvailable(line.product().fullName(offer, language));
    }

    private @Nullable Refusal refusal(HeldLine line, Voucher voucher) {
        if (voucher.budget() != null && line.voucherBudgetUse() != null) {
            long used = budgets.merge(voucher.id(), Holdings.hundredths(line.voucherBudgetUse()), Long::sum)
                    + reserved.used(Counted.budget(voucher.id()));
            if (used > voucher.budget().movePointRight(2).longValueExact()) {
                return PlaceRefusals.noBudgetAnyMore(voucher);
            }
        }
        if (order.redeemsAgain()) {
            long redeemed =
                    redemptions.merge(voucher.id(), 1L, Long::sum) + reserved.used(Counted.voucher(voucher.id()));
            if (redeemed > voucher.maxUsages()) {
                return PlaceRefusals.usedMeanwhile(voucher);
            }
        }
        return null;
    }

    private boolean hasRoom(Product product) {
        List<Quota> quotas = product.quotas(offer);
        boolean room = !quotas.isEmpty();
        for (Quota quota : quotas) {
            QuotaRoom left = rooms.get(quota.id());
            room &= left == null || left.has(taken.merge(quota.id(), 1L, Long::sum));
        }
        return room;
    }
}
