package org.gatebook.api.order.change;

import org.gatebook.api.decision.Refusal;

/** Every reason for which the contents of an order stay as they are (behaviour notes, orders 17). */
public final class ChangeRefusals {

    private ChangeRefusals() {}

    /** What no quota covers is not sold. */
    public static final Refusal NO_QUOTA =
            whole("change.no_quota", "There is no quota defined that allows this operation.");

    /** A product with variations is sold in one of them. */
    public static final Refusal VARIATION_NEEDED =
            whole("change.variation_needed", "You need to select a variation of the product.");

    /** The tax rule forbids the sale to the address's country. */
    public static final Refusal NOT_SOLD_THERE =
            whole("change.not_sold_there", "The selected country is blocked by your tax rule.");

    /** The date has no such seat. */
    public static final Refusal UNKNOWN_SEAT = whole(
            "change.unknown_seat",
            "One of the seats in your order was invalid, we removed the position from your cart.");

    /** The product is sold with a seat. */
    public static final Refusal SEAT_NEEDED =
            whole("change.seat_needed", "The selected product requires you to select a seat.");

    /** The product is sold without one. */
    public static final Refusal SEAT_NOT_ALLOWED =
            whole("change.seat_not_allowed", "The selected product does not allow to select a seat.");

    /** A gift card is worth what was paid for it. */
    public static final Refusal PRICE_OF_GIFT_CARD = whole(
            "change.price_of_gift_card",
            "You cannot change the price of a position that has been used to issue a gift card.");

    /** A rule can be replaced; the reference crashes when it is to be taken away. */
    public static final Refusal TAX_RULE_NEEDED =
            whole("change.tax_rule_needed", "The tax rule of a position can be replaced, but not removed.");

    /** The product is sold only with another one. */
    public static final Refusal ADDON_NEEDS_BASE = whole(
            "change.addon_needs_base",
            "This is an add-on product, please select the base position it should be added to.");

    /** The other one is sold without it. */
    public static final Refusal ADDON_NOT_ALLOWED = whole(
            "change.addon_not_allowed",
            "The selected base position does not allow you to add this product as an add-on.");

    /** In a series everything is for a date. */
    public static final Refusal DATE_NEEDED =
            whole("change.date_needed", "You need to choose a subevent for the new position.");

    /** An order is of limited size. */
    public static final Refusal TOO_MANY_POSITIONS =
            whole("change.too_many_positions", "Orders cannot have more than 500 positions.");

    /** An expired order that comes to cost nothing would be paid, and its places are gone. */
    public static final Refusal FREE_BUT_SOLD_OUT = whole(
            "change.free_but_sold_out",
            "This operation would make the order free and therefore immediately paid, however no quota is available.");

    /** The seat is in the plan of another date. */
    public static Refusal seatOfAnotherDate(String seat) {
        return whole(
                "change.seat_of_another_date",
                "You selected seat \"" + seat
                        + "\" for a date that does not match the selected ticket date. Please choose a seat again.");
    }

    /** What was sold cannot be taken back once it was used. */
    public static Refusal giftCardUsed(String code) {
        return whole(
                "change.gift_card_used",
                "A position can not be canceled since the gift card " + code
                        + " purchased in this order has already been redeemed.");
    }

    private static Refusal whole(String code, String text) {
        return new Refusal(Refusal.Kind.INVALID, code, text, null);
    }
}
