package org.gatebook.command.giftcard;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a gift card has to know.
 *
 * @param issuer whose card it is
 * @param credit the sum of its transactions
 */
record GiftCardState(OrganizerSlug issuer, CardAmount credit, GiftCardTerms terms) {

    /** The card after the event; null before stands for a card that was never issued. */
    static GiftCardState evolve(@Nullable GiftCardState before, GiftCardEvent event) {
        return switch (event) {
            case GiftCardIssued issued -> new GiftCardState(issued.issuer(), CardAmount.NOTHING, issued.terms());
            case GiftCardTransacted booked -> {
                GiftCardState card = issued(before, event);
                yield new GiftCardState(
                        card.issuer, card.credit.plus(booked.transaction().amount()), card.terms);
            }
            case GiftCardTermsChanged changed -> {
                GiftCardState card = issued(before, event);
                yield new GiftCardState(card.issuer, card.credit, changed.terms());
            }
        };
    }

    private static GiftCardState issued(@Nullable GiftCardState card, GiftCardEvent event) {
        if (card == null) {
            throw new IllegalStateException("the first event of " + event.card() + " is not its issue");
        }
        return card;
    }
}
