package org.gatebook.api.giftcard;

/** What of a gift card may be shown whole instead of by number (behaviour notes, gift cards 1.3). */
public final class GiftCardExpansion {

    /** The ticket that owns the card. */
    public static final String OWNER_TICKET = "owner_ticket";

    /** The meaning of {@code expand}, for whoever describes endpoints. */
    public static final String MEANING =
            "Shows `owner_ticket` as a whole order position, with `order` as an object of `code` and `event`; the"
                    + " field can be written all the same.";

    private GiftCardExpansion() {}
}
