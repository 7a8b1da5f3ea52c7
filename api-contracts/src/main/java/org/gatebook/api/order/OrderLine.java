package org.gatebook.api.order;

import java.math.BigDecimal;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A position as the order knows it: what was bought, for how much and for whom. What opens the door (secret, validity,
 * blocks) belongs to the ticket of the same number.
 *
 * @param id number that clients see; also the ticket's
 * @param positionid counted from 1 within the order, never used again
 * @param price gross
 * @param taxRate percent, after the address was looked at
 * @param taxValue the tax in {@code price}
 * @param voucherBudgetUse what the voucher's budget pays; null without voucher
 * @param discount the automatic discount that took part; null if none
 * @param addonTo the main position's id; null for main positions
 * @param seat the seat's id; null without seat
 */
public record OrderLine(
        long id,
        int positionid,
        long item,
        @Nullable Long variation,
        @Nullable Long subevent,
        Money price,
        @Nullable Long taxRule,
        BigDecimal taxRate,
        Money taxValue,
        @Nullable Long voucher,
        @Nullable Money voucherBudgetUse,
        @Nullable Long discount,
        @Nullable Long addonTo,
        boolean bundled,
        @Nullable Long seat,
        Personal<Attendee> attendee) {

    /** What may become different about it. */
    public LineTerms terms() {
        return new LineTerms(item, variation, subevent, price, taxRule, taxRate, taxValue, voucherBudgetUse, seat);
    }

    /** The same under other terms. */
    public OrderLine with(LineTerms changed) {
        return new OrderLine(
                id,
                positionid,
                changed.item(),
                changed.variation(),
                changed.subevent(),
                changed.price(),
                changed.taxRule(),
                changed.taxRate(),
                changed.taxValue(),
                voucher,
                changed.voucherBudgetUse(),
                discount,
                addonTo,
                bundled,
                changed.seat(),
                attendee);
    }

    /** Whose personal values the position holds. */
    public SubjectId subject() {
        return SubjectId.of("position", id);
    }
}
