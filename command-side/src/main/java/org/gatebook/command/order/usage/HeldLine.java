package org.gatebook.command.order.usage;

import org.gatebook.api.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A position that is not cancelled, as far as it takes something that is limited.
 *
 * @param voucherBudgetUse what the voucher's budget pays; null without
 */
public record HeldLine(
        Product product,
        @Nullable Long voucher,
        @Nullable Money voucherBudgetUse,
        @Nullable Long seat) {}
