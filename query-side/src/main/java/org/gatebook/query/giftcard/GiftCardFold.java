package org.gatebook.query.giftcard;

import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardView;
import org.jspecify.annotations.Nullable;

/** A gift card as clients see it, from its events alone; the owner is a number, expanding is the answer's business. */
final class GiftCardFold {

    private GiftCardFold() {}

    /** The card after the event; null before stands for a card that was never issued. */
    static GiftCardView fold(@Nullable GiftCardView before, GiftCardEvent event) {
        return switch (event) {
            case GiftCardIssued issued ->
                new GiftCardView(
                                issued.card(),
                                issued.code().value().orElse(null),
                                issued.issuance(),
                                CardAmount.NOTHING,
                                issued.currency(),
                                issued.testmode(),
                                null,
                                null,
                                null,
                                issued.issuer())
                        .withTerms(issued.terms());
            case GiftCardTransacted booked -> {
                GiftCardView card = issued(before, event);
                yield card.withValue(card.value().plus(booked.transaction().amount()));
            }
            case GiftCardTermsChanged changed -> issued(before, event).withTerms(changed.terms());
        };
    }

    private static GiftCardView issued(@Nullable GiftCardView card, GiftCardEvent event) {
        if (card == null) {
            throw new IllegalStateException("the first event of " + event.card() + " is not its issue");
        }
        return card;
    }
}
