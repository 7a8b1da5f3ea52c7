package org.gatebook.query.audit.ledger;

import java.math.BigDecimal;

/** What came and went, before a period and in it; positive amounts are debits, or credit that was put on a card. */
final class Balance {

    private BigDecimal opening = BigDecimal.ZERO;
    private BigDecimal debit = BigDecimal.ZERO;
    private BigDecimal credit = BigDecimal.ZERO;
    private boolean moved;

    void add(BigDecimal amount, boolean inPeriod) {
        if (!inPeriod) {
            opening = opening.add(amount);
            return;
        }
        moved = true;
        if (amount.signum() < 0) {
            credit = credit.subtract(amount);
        } else {
            debit = debit.add(amount);
        }
    }

    BigDecimal opening() {
        return opening;
    }

    BigDecimal debit() {
        return debit;
    }

    BigDecimal credit() {
        return credit;
    }

    BigDecimal closing() {
        return opening.add(debit).subtract(credit);
    }

    /** Whether there is anything to be said of it. */
    boolean counts() {
        return moved || opening.signum() != 0;
    }
}
