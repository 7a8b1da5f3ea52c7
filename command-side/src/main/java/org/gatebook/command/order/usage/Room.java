package org.gatebook.command.order.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Subevent;
import org.gatebook.api.offer.Subevent.DateOverride;
import org.gatebook.api.offer.Voucher;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.catalogue.usage.QuotaRoom;
import org.gatebook.catalogue.usage.Reserved;
import org.jspecify.annotations.Nullable;

/**
 * What there is for the new positions of one request, counted as they take it: earlier positions win (behaviour notes,
 * orders 7.7). Made by {@link Places}.
 */
public final class Room {

    private final EventOffer offer;
    private final List<WantedPlace> wanted;
    private final Reserved reserved;
    private final Map<Long, QuotaRoom> quotas;
    private final Map<Long, Long> redemptions = new HashMap<>();
    private final Map<Long, Long> budgets = new HashMap<>();
    private final Set<Long> seats = new HashSet<>();

    Room(EventOffer offer, List<WantedPlace> wanted, Reserved reserved, Map<Long, QuotaRoom> quotas) {
        this.offer = offer;
        this.wanted = List.copyOf(wanted);
        this.reserved = reserved;
        this.quotas = quotas;
    }

    /** Redeems a voucher once more; why that cannot be, or null. */
    public @Nullable Refusal redeem(Voucher voucher) {
        long redeemed = redemptions.merge(voucher.id(), 1L, Long::sum) + reserved.used(Counted.voucher(voucher.id()));
        return redeemed > mostRedemptions(voucher, reserved) ? PlaceRefusals.VOUCHER_USED_UP : null;
    }

    /** What others have in their carts is theirs. */
    static long mostRedemptions(Voucher voucher, Reserved reserved) {
        return voucher.maxUsages() - reserved.voucherCarts().getOrDefault(voucher.id(), 0L);
    }

    /** What is left of a voucher's budget for the next position; null without budget. */
    public @Nullable Money budgetLeft(Voucher voucher) {
        return voucher.budget() == null
                ? null
                : Holdings.ofHundredths(mostBudget(voucher) - budgetUsed(voucher), offer.currency());
    }

    private static long mostBudget(Voucher voucher) {
        return voucher.budget() == null
                ? Long.MAX_VALUE
                : voucher.budget().movePointRight(2).longValueExact();
    }

    private long budgetUsed(Voucher voucher) {
        return reserved.used(Counted.budget(voucher.id())) + budgets.getOrDefault(voucher.id(), 0L);
    }

    /**
     * Takes a discount from a voucher's budget. If less is left, it takes the rest, and the position becomes dearer; but
     * not where the client has named the price, nor where there is no rest.
     *
     * @return why it cannot be, or null
     */
    public @Nullable Refusal discount(Voucher voucher, Money discount, boolean priceGiven) {
        Money left = budgetLeft(voucher);
        if (left == null) {
            return null;
        }
        boolean enough = discount.compareTo(left) <= 0;
        if (!enough && (priceGiven || left.amount().signum() <= 0)) {
            return PlaceRefusals.budgetTooSmall(left, discount);
        }
        budgets.merge(voucher.id(), Holdings.hundredths(enough ? discount : left), Long::sum);
        return null;
    }

    /**
     * Takes a seat; why that cannot be, or null.
     *
     * @param voucher of the same position, which may be bound to the seat; null without
     * @param blockedToo whether the sales channel may sell seats that the organizer keeps back
     */
    public @Nullable Refusal sit(Seat seat, @Nullable Voucher voucher, boolean blockedToo) {
        boolean free = isFree(seat, voucher == null ? null : voucher.id(), blockedToo, reserved);
        return seats.add(seat.id()) && free ? null : PlaceRefusals.seatTaken(seat);
    }

    /** Behaviour notes, orders 10; a voucher keeps its seat from others only (decisions, "Repaired on purpose"). */
    static boolean isFree(Seat seat, @Nullable Long voucher, boolean blockedToo, Reserved reserved) {
        Long bound = reserved.seatVouchers().get(seat.id());
        return (!seat.blocked() || blockedToo)
                && reserved.used(Counted.seat(seat.id())) == 0
                && !reserved.seatsInCarts().contains(seat.id())
                && (bound == null || bound.equals(voucher));
    }

    /**
     * Whether there are places for all of the positions, which are not asked for when the organizer forces them in.
     *
     * @param language of product names in messages
     * @return for each position why it has no place, or null if it has one
     */
    public List<@Nullable Refusal> places(String language) {
        Map<Long, Long> taken = new HashMap<>();
        List<@Nullable Refusal> refusals = new ArrayList<>();
        for (WantedPlace place : wanted) {
            refusals.add(place.isOutsideQuotas() ? null : refusalOf(place.product(), taken, language));
        }
        return refusals;
    }

    private @Nullable Refusal refusalOf(Product product, Map<Long, Long> taken, String language) {
        List<Quota> members = product.quotas(offer);
        if (members.isEmpty()) {
            return PlaceRefusals.noQuota(product.name(offer, language));
        }
        Refusal refusal = isDisabled(product) ? PlaceRefusals.notOnThisDate(product.name(offer, language)) : null;
        for (Quota quota : members) {
            QuotaRoom room = quotas.get(quota.id());
            if (room != null && !room.has(taken.merge(quota.id(), 1L, Long::sum))) {
                refusal = PlaceRefusals.soldOut(quota);
            }
        }
        return refusal;
    }

    private boolean isDisabled(Product product) {
        Subevent date = product.subevent() == null ? null : offer.subevents().get(product.subevent());
        if (date == null) {
            return false;
        }
        Long variation = product.variation();
        return isDisabled(date.itemOverrides().get(product.item()))
                || (variation != null && isDisabled(date.variationOverrides().get(variation)));
    }

    private static boolean isDisabled(@Nullable DateOverride override) {
        return override != null && override.disabled();
    }
}
