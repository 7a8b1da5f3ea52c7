package org.gatebook.command.order.form;

import java.math.BigDecimal;
import org.gatebook.api.offer.TaxRule;
import org.jspecify.annotations.Nullable;

/**
 * A fee as a client wants it (behaviour notes, orders 7.6 and 8.7).
 *
 * @param value an amount, or percent of the positions' prices
 * @param taxRule null if none was named; of no meaning for a fee that is split
 * @param percentage whether {@code value} is percent
 * @param split whether it is taxed like the products
 */
public record FeeWish(
        String feeType,
        BigDecimal value,
        String description,
        String internalType,
        @Nullable TaxRule taxRule,
        boolean percentage,
        boolean split) {}
