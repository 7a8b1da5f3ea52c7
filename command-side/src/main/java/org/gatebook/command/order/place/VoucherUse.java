package org.gatebook.command.order.place;

import org.gatebook.api.money.Money;
import org.gatebook.api.offer.Voucher;
import org.jspecify.annotations.Nullable;

/**
 * A position's use of a voucher that was found good for it.
 *
 * @param mostOff what is left of the voucher's budget; null without budget
 */
record VoucherUse(Voucher voucher, @Nullable Money mostOff) {}
