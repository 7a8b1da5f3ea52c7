package org.gatebook.query.statistics;

import java.math.BigDecimal;
import org.gatebook.api.giftcard.CardAmount;

/**
 * Money that moved on an organizer's gift cards.
 *
 * @param issued what cards were given when they were issued
 * @param loaded what was put on cards later, refunds included
 * @param spent what was taken from cards, not negative
 */
record GiftCardMoney(BigDecimal issued, BigDecimal loaded, BigDecimal spent) {

    /** One transaction. */
    static GiftCardMoney of(CardAmount amount, boolean withIssue) {
        BigDecimal value = amount.value();
        BigDecimal nothing = CardAmount.NOTHING.value();
        if (amount.isNegative()) {
            return new GiftCardMoney(nothing, nothing, value.negate());
        }
        return withIssue ? new GiftCardMoney(value, nothing, nothing) : new GiftCardMoney(nothing, value, nothing);
    }

    GiftCardMoney plus(GiftCardMoney other) {
        return new GiftCardMoney(issued.add(other.issued), loaded.add(other.loaded), spent.add(other.spent));
    }
}
