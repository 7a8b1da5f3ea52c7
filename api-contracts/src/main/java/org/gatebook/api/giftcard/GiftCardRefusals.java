package org.gatebook.api.giftcard;

import org.gatebook.api.decision.Refusal;

/** Why something is refused about gift cards, in the words of the API (behaviour notes, gift cards 1.2, 1.6, 1.7). */
public final class GiftCardRefusals {

    /** The code belongs to another card of the issuer or of an issuer that it accepts. */
    public static final Refusal CODE_TAKEN = Refusal.invalid(
            "gift_card.code_taken",
            "secret",
            "A gift card with the same secret already exists in your or an affiliated organizer account.");

    /** The card would go below zero. */
    public static final Refusal INSUFFICIENT_CREDIT = Refusal.conflict(
            "gift_card.insufficient_credit",
            "value",
            "The gift card does not have sufficient credit for this operation.");

    /** Cards of other issuers are booked on, never changed. */
    public static final Refusal ACCEPTED_CARD_UNCHANGEABLE = Refusal.forbidden(
            "gift_card.accepted_card_unchangeable", "Accepted gift cards cannot be updated, use transact instead.");

    /** There is no such card for whoever asks. */
    public static final Refusal UNKNOWN = Refusal.notFound();

    private GiftCardRefusals() {}
}
