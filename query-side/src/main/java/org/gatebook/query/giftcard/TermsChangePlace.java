package org.gatebook.query.giftcard;

import org.gatebook.api.giftcard.GiftCardId;

/** Where in a card's stream its terms were changed. */
record TermsChangePlace(GiftCardId card, long sequence) {}
