package org.gatebook.query.audit.journal;

/**
 * An account of the journal; ADR 0039 has the chart.
 *
 * @param name as it is written in tables
 */
public record Account(String name) implements Comparable<Account> {

    /** What buyers owe; below nothing, what they have paid too much. */
    public static final Account RECEIVABLE = new Account("receivable");

    /** Positions, without their tax. */
    public static final Account SALES = new Account("sales");

    /** Fees, without their tax. */
    public static final Account FEES = new Account("fees");

    /** The tax in positions and fees. */
    public static final Account TAX = new Account("tax");

    /**
     * Credit on gift cards, which the organizer owes to whoever has the card: a card that is sold is no revenue before
     * something is bought with it.
     */
    public static final Account GIFT_CARDS = new Account("gift_cards");

    /** Refunds that somebody still has to send. */
    public static final Account REFUNDS_DUE = new Account("refunds_due");

    private static final String GIFT_CARD_PROVIDER = "giftcard";
    private static final String PAYMENTS = "payments:";

    /** Where the money of this way to pay is. */
    public static Account ofProvider(String provider) {
        return provider.equals(GIFT_CARD_PROVIDER) ? GIFT_CARDS : new Account(PAYMENTS + provider);
    }

    @Override
    public int compareTo(Account other) {
        return name.compareTo(other.name);
    }
}
