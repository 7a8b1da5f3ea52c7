package org.gatebook.command.order.price;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What a voucher does to a listed price (behaviour notes, orders 11.2).
 *
 * @param value null changes nothing
 */
public record VoucherPrice(Mode mode, @Nullable BigDecimal value) {

    /** How the value is meant. */
    public enum Mode {
        /** It has no meaning. */
        NONE,
        /** It is the price. */
        SET,
        /** It is taken off, down to nothing. */
        SUBTRACT,
        /** It is a share to take off, in percent. */
        PERCENT
    }

    /** The price with the voucher; not yet rounded to the currency's places. */
    public BigDecimal appliedTo(BigDecimal listed) {
        if (value == null) {
            return listed;
        }
        return switch (mode) {
            case NONE -> listed;
            case SET -> value;
            case SUBTRACT -> listed.subtract(value).max(BigDecimal.ZERO);
            case PERCENT ->
                listed.multiply(BigDecimal.valueOf(100).subtract(value))
                        .divide(BigDecimal.valueOf(100), MathContext.DECIMAL128);
        };
    }
}
