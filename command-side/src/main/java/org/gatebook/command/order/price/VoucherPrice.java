package org.gatebook.command.order.price;

import java.math.BigDecimal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.Voucher;

/** What a voucher does to a listed price (behaviour notes, orders 11.2). */
public final class VoucherPrice {

    private VoucherPrice() {}

    /** The price with the voucher, in whole units where the currency has no smaller ones. */
    public static Money of(Voucher voucher, Money listed) {
        BigDecimal value = voucher.value();
        if (value == null) {
            return listed;
        }
        BigDecimal price = listed.amount();
        BigDecimal lowered = switch (voucher.priceMode()) {
            case NONE -> price;
            case SET -> value;
            case SUBTRACT -> price.subtract(value).max(BigDecimal.ZERO);
            case PERCENT ->
                price.multiply(BigDecimal.valueOf(100).subtract(value)).movePointLeft(2);
        };
        return Money.rounded(lowered, listed.currency());
    }
}
