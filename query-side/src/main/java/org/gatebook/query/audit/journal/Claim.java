package org.gatebook.query.audit.journal;

import java.math.BigDecimal;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.change.LineTerms;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for a position or a fee.
 *
 * @param account what it counts as
 * @param gross with its tax
 * @param tax in {@code gross}
 * @param taxRate percent
 * @param item the product; null for fees
 */
record Claim(
        Subject about,
        Account account,
        Money gross,
        Money tax,
        BigDecimal taxRate,
        @Nullable Long item) {

    /** Rates that are written otherwise are the same. */
    Claim {
        taxRate = taxRate.stripTrailingZeros();
    }

    static Claim of(OrderLine line) {
        return new Claim(
                new Subject(Subject.Kind.POSITION, line.positionid()),
                Account.SALES,
                line.price(),
                line.taxValue(),
                line.taxRate(),
                line.item());
    }

    static Claim of(OrderFee fee) {
        return new Claim(
                new Subject(Subject.Kind.FEE, fee.id()),
                Account.FEES,
                fee.value(),
                fee.taxValue(),
                fee.taxRate(),
                null);
    }

    Claim with(LineTerms terms) {
        return new Claim(about, account, terms.price(), terms.taxValue(), terms.taxRate(), terms.item());
    }

    Claim sold() {
        return new Claim(about, Account.GIFT_CARDS, gross, tax, taxRate, item);
    }
}
