package org.gatebook.api.giftcard;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.query.Expandable;
import org.jspecify.annotations.Nullable;

/**
 * A gift card as clients see it (behaviour notes, gift cards 1.1).
 *
 * @param secret the code; null once the card was erased
 * @param value the sum of its transactions
 */
@JsonPropertyOrder({
    "id",
    "secret",
    "issuance",
    "value",
    "currency",
    "testmode",
    "expires",
    "conditions",
    "owner_ticket",
    "issuer"
})
public record GiftCardView(
        GiftCardId id,
        @Nullable String secret,
        Instant issuance,
        CardAmount value,
        String currency,
        boolean testmode,
        @Nullable Instant expires,
        @Nullable String conditions,
        @JsonProperty("owner_ticket") @Nullable Expandable ownerTicket,
        OrganizerSlug issuer) {

    /** The same card with another credit. */
    public GiftCardView withValue(CardAmount credit) {
        return new GiftCardView(
                id, secret, issuance, credit, currency, testmode, expires, conditions, ownerTicket, issuer);
    }

    /** The same card with its owner shown in another way. */
    public GiftCardView withOwnerTicket(@Nullable Expandable owner) {
        return new GiftCardView(id, secret, issuance, value, currency, testmode, expires, conditions, owner, issuer);
    }

    /** The same card under other terms; the owner is a number. */
    public GiftCardView withTerms(GiftCardTerms terms) {
        Expandable owner = terms.ownerTicket() == null ? null : new Expandable.Reference(terms.ownerTicket());
        return new GiftCardView(
                id, secret, issuance, value, currency, testmode, terms.expires(), terms.conditions(), owner, issuer);
    }
}
