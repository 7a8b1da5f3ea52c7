package org.gatebook.command.order.usage;

import org.gatebook.api.decision.Refusal;
import org.gatebook.api.offer.Quota;

/** Why there is no place (behaviour notes, orders 7.7, 12.3 and 17.2). */
final class PlaceRefusals {

    private static final String ITEM = "item";

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

    static Refusal noCapacity(Quota quota) {
        return whole(
                "place.no_capacity",
                "The quota " + quota.name() + " does not have enough capacity left to perform the operation.");
    }

    static Refusal noLongerAvailable(String product) {
        return whole("place.no_longer_available", "The ordered product \"" + product + "\" is no longer available.");
    }

    private static Refusal whole(String code, String text) {
        return new Refusal(Refusal.Kind.INVALID, code, text, null);
    }
}
