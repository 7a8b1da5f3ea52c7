package org.gatebook.api.order;

import org.gatebook.api.decision.Refusal;

/** Every reason for which an order refuses (behaviour notes, orders 7.8, 12.2, 12.3, 18). */
public final class OrderRefusals {

    private OrderRefusals() {}

    /** A currency without value cannot be charged. */
    public static final Refusal NO_CURRENCY =
            whole("order.no_currency", "Paid products not supported without a valid currency.");

    /** Only free orders are paid by the provider for free orders. */
    public static final Refusal NOT_FREE =
            whole("order.not_free", "You cannot use the \"free\" payment provider for non-free orders.");

    /** Money arrives by some provider. */
    public static final Refusal PAID_WITHOUT_PROVIDER =
            whole("order.paid_without_provider", "You cannot create a paid order without a payment provider.");

    /** Approval comes before payment. */
    public static final Refusal PAID_BEFORE_APPROVAL =
            whole("order.paid_before_approval", "You cannot create a paid order that requires approval.");

    /** A tax rule forbids the sale to the address's country. */
    public static final Refusal NOT_SOLD_THERE =
            whole("order.not_sold_there", "One of the selected products is not available in the selected country.");

    /** Amounts have thirteen digits at most. */
    public static final Refusal TOO_EXPENSIVE =
            whole("order.too_expensive", "Ensure that there are no more than 13 digits in total.");

    /** Paid or cancelled orders cannot be marked as paid. */
    public static final Refusal NOT_PENDING_OR_EXPIRED =
            whole("order.not_pending_or_expired", "The order is not pending or expired.");

    /** Only paid orders can be marked as pending. */
    public static final Refusal NOT_PAID = whole("order.not_paid", "The order is not paid.");

    /** Only pending orders expire. */
    public static final Refusal NOT_PENDING = whole("order.not_pending", "The order is not pending.");

    /** It is cancelled already, or nothing is left of it. */
    public static final Refusal NOT_CANCELABLE =
            whole("order.not_cancelable", "The order is not allowed to be canceled.");

    /** The organizer has not said yes. */
    public static final Refusal NOT_APPROVED =
            whole("order.not_approved", "This order is not yet approved by the event organizer.");

    /** The event takes no money any more. */
    public static final Refusal LAST_PAYMENT_DATE_OVER = whole(
            "order.last_payment_date_over",
            "The payment can not be accepted as the last date of payments configured in the payment settings is over.");

    /** Late money is not taken. */
    public static final Refusal NO_LATE_PAYMENTS = whole(
            "order.no_late_payments",
            "The payment can not be accepted as the order is expired and you configured that no late payments should"
                    + " be accepted in the payment settings.");

    /** Only open payments are confirmed. */
    public static final Refusal PAYMENT_NOT_OPEN_FOR_CONFIRMATION =
            whole("payment.not_open_for_confirmation", "Invalid state of payment");

    /** Only open payments are given up. */
    public static final Refusal PAYMENT_NOT_OPEN = whole("payment.not_open", "Invalid state of payment.");

    /** Whoever wants to cancel the last position cancels the order. */
    public static final Refusal WOULD_BE_EMPTY = whole(
            "order.would_be_empty",
            "This operation would leave the order empty. Please cancel the order itself instead.");

    /** Its places were sold to somebody else meanwhile. */
    public static Refusal unavailable(String text) {
        return whole("order.unavailable", text);
    }

    private static Refusal whole(String code, String text) {
        return new Refusal(Refusal.Kind.INVALID, code, text, null);
    }
}
