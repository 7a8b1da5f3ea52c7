package org.gatebook.api.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Set;

/**
 * An amount of one currency, with exactly two places whatever the currency: what a client names is kept to the hundredth
 * even in yen, as the reference does. What is computed is {@linkplain #rounded rounded} to the currency's own places
 * (behaviour notes, orders 8.4). Stored as one text, {@code 23.00 EUR}: events hold many amounts, and a text is read back
 * exactly.
 *
 * @param amount may be negative
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    private static final int PLACES = 2;

    /** The reference's own list: the JDK says otherwise of some (MGA, ISK, UGX) and knows three places for others. */
    private static final Set<String> WITHOUT_PLACES = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");

    /** @throws ArithmeticException if the amount has more than two places that are not zero: it was not rounded */
    public Money {
        amount = amount.setScale(PLACES, RoundingMode.UNNECESSARY);
    }

    /** A computed amount, rounded half up (away from zero) to the places that its currency has. */
    public static Money rounded(BigDecimal exact, Currency currency) {
        int places = WITHOUT_PLACES.contains(currency.getCurrencyCode()) ? 0 : PLACES;
        return new Money(exact.setScale(places, RoundingMode.HALF_UP), currency);
    }

    /** The amount in the currency of this ISO code. */
    public static Money of(BigDecimal amount, String currencyCode) {
        return new Money(amount, Currency.getInstance(currencyCode));
    }

    /**
     * The amount that {@link #text} wrote.
     *
     * @throws IllegalArgumentException if the text is not amount, blank and ISO code
     */
    @JsonCreator
    public static Money parse(String text) {
        int blank = text.indexOf(' ');
        if (blank < 1) {
            throw new IllegalArgumentException("an amount is written as 23.00 EUR");
        }
        return of(new BigDecimal(text.substring(0, blank)), text.substring(blank + 1));
    }

    /** The stored form: amount, blank, ISO code. */
    @JsonValue
    public String text() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    /** Nothing, in this currency. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /** The same amount with the other sign. */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** Whether it is less than nothing. */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** @throws IllegalArgumentException if the currencies differ */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts of " + currency + " and " + other.currency);
        }
        return other;
    }
}
