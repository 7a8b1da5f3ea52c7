package org.gatebook.command.order.price;

import java.math.BigDecimal;
import java.math.MathContext;
import org.gatebook.api.money.Money;

/**
 * A gross price and the tax in it (behaviour notes, orders 8.4).
 *
 * @param gross what is paid
 * @param rate percent
 * @param tax the part of {@code gross} that is tax
 */
public record TaxedPrice(Money gross, BigDecimal rate, Money tax) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The tax that is in a gross amount. */
    public static TaxedPrice ofGross(Money gross, BigDecimal rate) {
        if (rate.signum() == 0) {
            return new TaxedPrice(gross, rate, Money.zero(gross.currency()));
        }
        BigDecimal net = gross.amount().multiply(HUNDRED).divide(HUNDRED.add(rate), MathContext.DECIMAL128);
        return new TaxedPrice(gross, rate, gross.minus(Money.rounded(net, gross.currency())));
    }

    /** The gross amount that a net amount becomes. */
    public static TaxedPrice ofNet(Money net, BigDecimal rate) {
        BigDecimal factor = BigDecimal.ONE.add(rate.divide(HUNDRED, MathContext.DECIMAL128));
        Money gross = Money.rounded(net.amount().multiply(factor), net.currency());
        return new TaxedPrice(gross, rate, gross.minus(net));
    }

    /** What is left without the tax. */
    public Money net() {
        return gross.minus(tax);
    }
}
