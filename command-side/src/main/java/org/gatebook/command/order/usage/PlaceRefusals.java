package org.gatebook.command.order.usage;

import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.Quota;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Voucher;

/** Why something is not left (behaviour notes, orders 7.7, 12.3 and 17.2). */
final class PlaceRefusals {

    private static final String ITEM = "item";
    private static final String SEAT = "seat";
    private static final String VOUCHER = "voucher";

    /** All its uses are used, or in carts. */
    static final Refusal VOUCHER_USED_UP = Refusal.invalid(
            "voucher.used_up", VOUCHER, "The voucher has already been used the maximum number of times.");

    private PlaceRefusals() {}

    static Refusal notOnThisDate(String product) {
        return Refusal.invalid(
                "place.not_on_this_date", ITEM, "The product \"" + product + "\" is not available on this date.");
    }

    static Refusal noQuota(String product) {
        return Refusal.invalid("place.no_quota", ITEM, "The product \"" + product + "\" is not assigned to a quota.");
    }

    static Refusal soldOut(Quota quota) {
        return Refusal.invalid(
                "place.sold_out",
                ITEM,
                "There is not enough quota available on quota \"" + quota.name() + "\" to perform the operation.");
    }

    static Refusal budgetTooSmall(Money left, Money discount) {
        return Refusal.invalid(
                "voucher.budget_too_small",
                VOUCHER,
                "The voucher has a remaining budget of " + left.amount().toPlainString() + ", therefore a discount of "
                        + discount.amount().toPlainString() + " can not be given.");
    }

    static Refusal seatTaken(Seat seat) {
        return Refusal.invalid("seat.taken", SEAT, "The selected seat \"" + seat.name() + "\" is not available.");
    }

    static Refusal seatNotAvailable(Seat seat) {
        return whole("seat.not_available", seatTaken(seat).text());
    }

    static Refusal noCapacity(Quota quota) {
        return whole(
                "place.no_capacity",
                "The quota " + quota.name() + " does not have enough capacity left to perform the operation.");
    }

    static Refusal noLongerAvailable(String product) {
        return whole("place.no_longer_available", "The ordered product \"" + product + "\" is no longer available.");
    }

    static Refusal seatNoLongerAvailable(Seat seat) {
        return whole("seat.no_longer_available", "The seat \"" + seat.name() + "\" is no longer available.");
    }

    static Refusal noBudgetAnyMore(Voucher voucher) {
        return whole(
                "voucher.no_budget_any_more",
                "The voucher \"" + voucher.code() + "\" no longer has sufficient budget.");
    }

    static Refusal usedMeanwhile(Voucher voucher) {
        return whole("voucher.used_meanwhile", "The voucher \"" + voucher.code() + "\" has been used in the meantime.");
    }

    private static Refusal whole(String code, String text) {
        return new Refusal(Refusal.Kind.INVALID, code, text, null);
    }
}
