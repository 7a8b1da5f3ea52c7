package org.gatebook.api.order;

import java.math.BigDecimal;
import org.gatebook.api.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A fee of an order (behaviour notes, orders 4.3 and 8.7).
 *
 * @param id number that clients see
 * @param feeType one of payment, shipping, service, cancellation, insurance, other, giftcard
 * @param value gross
 * @param description shown to the buyer; may be empty
 * @param internalType for the organizer's own use; may be empty
 * @param taxRule the rule's id; null if untaxed
 * @param taxRate percent
 * @param taxValue the tax in {@code value}
 */
public record OrderFee(
        long id,
        String feeType,
        Money value,
        String description,
        String internalType,
        @Nullable Long taxRule,
        BigDecimal taxRate,
        Money taxValue) {

    /** The type of what a way to pay costs. */
    public static final String PAYMENT = "payment";

    /** The type of what is left of an order that was cancelled for a fee. */
    public static final String CANCELLATION = "cancellation";
}
