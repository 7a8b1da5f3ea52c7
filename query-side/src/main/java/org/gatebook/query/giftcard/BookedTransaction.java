package org.gatebook.query.giftcard;

import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTransactionView;

/** A transaction and the card that it belongs to. */
record BookedTransaction(GiftCardId card, GiftCardTransactionView transaction) {}
