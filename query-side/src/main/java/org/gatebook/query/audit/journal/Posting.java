package org.gatebook.query.audit.journal;

import java.math.BigDecimal;
import org.gatebook.api.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of an entry.
 *
 * @param about what it is for
 * @param amount a debit, or below nothing a credit; never nothing
 * @param taxRate percent; null where the account has nothing to do with tax
 * @param item the product; null for what is no position
 */
public record Posting(
        Subject about,
        Account account,
        Money amount,
        @Nullable BigDecimal taxRate,
        @Nullable Long item) {}
