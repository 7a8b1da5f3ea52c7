package org.gatebook.api.giftcard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed about a gift card besides its credit.
 *
 * @param expires when it expires; the API goes on using the card all the same (behaviour notes, gift cards 1.3)
 * @param conditions special terms; null for none
 * @param ownerTicket number of the order position whose holder owns the card
 */
public record GiftCardTerms(
        @Nullable Instant expires,
        @Nullable String conditions,
        @Nullable Long ownerTicket) {

    /** No expiry, no conditions, no owner. */
    public static final GiftCardTerms NONE = new GiftCardTerms(null, null, null);
}
