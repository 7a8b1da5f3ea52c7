package org.gatebook.api.giftcard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Credit on a gift card, or a change of it, in the card's currency. It keeps two places whatever the currency is: the API
 * accepts and shows exactly two (behaviour notes, 0.6), and rounding 5.50 JPY to whole yen would answer with another
 * value than the client has sent.
 *
 * @param value with two decimal places; may be negative
 */
public record CardAmount(BigDecimal value) {

    private static final int PLACES = 2;

    /** No credit. */
    public static final CardAmount NOTHING = new CardAmount(BigDecimal.ZERO);

    /** @throws ArithmeticException if the value has more than two places */
    public CardAmount {
        value = value.setScale(PLACES, RoundingMode.UNNECESSARY);
    }

    /** The amount written like this, for example {@code 13.37}. */
    @JsonCreator
    public static CardAmount of(String text) {
        return new CardAmount(new BigDecimal(text));
    }

    public CardAmount plus(CardAmount other) {
        return new CardAmount(value.add(other.value));
    }

    public CardAmount minus(CardAmount other) {
        return new CardAmount(value.subtract(other.value));
    }

    /** Whether it is less than nothing. */
    public boolean isNegative() {
        return value.signum() < 0;
    }

    /** As clients read it, for example {@code 13.37}. */
    @Override
    @JsonValue
    public String toString() {
        return value.toPlainString();
    }
}
