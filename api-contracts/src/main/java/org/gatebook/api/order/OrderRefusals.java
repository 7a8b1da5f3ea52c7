package org.gatebook.api.order;

import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;

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

    /** Another order of the organizer has the code. */
    public static final Refusal CODE_TAKEN =
            Refusal.invalid("order.code_taken", "code", "This order code is already in use.");

    /** A tax rule forbids the sale to the address's country. */
    public static final Refusal NOT_SOLD_THERE =
            whole("order.not_sold_there", "One of the selected products is not available in the selected country.");

    /** Amounts have thirteen digits at most. */
    public static final Refusal TOO_EXPENSIVE =
            whole("order.too_expensive", "Ensure that there are no more than 13 digits in total.");

    /** Nobody can be written to. */
    public static final Refusal NO_EMAIL =
            whole("order.no_email", "There is no email address associated with this order.");

    /** Paid or cancelled orders cannot be marked as paid. */
    public static final Refusal NOT_PENDING_OR_EXPIRED =
            whole("order.not_pending_or_expired", "The order is not pending or expired.");

    /** Only paid orders can be marked as pending. */
    public static final Refusal NOT_PAID = whole("order.not_paid", "The order is not paid.");

    /** Only pending orders expire. */
    public static final Refusal NOT_PENDING = whole("order.not_pending", "The order is not pending.");

    /** Its time is not over, or does not end by itself. */
    public static final Refusal NOT_OVERDUE = whole("order.not_overdue", "The order is not overdue.");

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

    /** Only open payments are confirmed or given up. */
    public static final Refusal PAYMENT_NOT_OPEN = whole("payment.not_open", "Invalid state of payment");

    /** What was sold with the order cannot be taken back once it was used. */
    public static Refusal giftCardUsed(String code) {
        return whole(
                "order.gift_card_used",
                "This order can not be canceled since the gift card " + code
                        + " purchased in this order has already been redeemed.");
    }

    /** Whoever wants to cancel the last position cancels the order. */
    public static final Refusal WOULD_BE_EMPTY = whole(
            "order.would_be_empty",
            "This operation would leave the order empty. Please cancel the order itself instead.");

    /** Only orders that wait for a yes or no get one. */
    public static final Refusal NOT_AWAITING_APPROVAL =
            whole("order.not_awaiting_approval", "This order is not pending approval.");

    /** Only cancelled orders come back. */
    public static final Refusal NOT_REACTIVATABLE =
            whole("order.not_reactivatable", "The order is not allowed to be reactivated.");

    /** A fee is a part of what was to be paid. */
    public static final Refusal FEE_ABOVE_TOTAL = whole(
            "order.fee_above_total", "The cancellation fee cannot be higher than the total amount of this order.");

    /** Time is given ahead. */
    public static final Refusal EXPIRY_IN_THE_PAST =
            whole("order.expiry_in_the_past", "The new expiry date needs to be in the future.");

    /** What is no test is never deleted. */
    public static final Refusal NOT_A_TEST =
            Refusal.forbidden("order.not_a_test", "Only test mode orders can be deleted.");

    /** Only money that has arrived is given back. */
    public static final Refusal PAYMENT_NOT_CONFIRMED = whole("payment.not_confirmed", "Invalid state of payment.");

    /** Something is given back. */
    public static final Refusal REFUND_OF_NOTHING =
            Refusal.invalid("refund.of_nothing", "amount", "Invalid refund amount.");

    /** The provider gives back all or nothing. */
    public static final Refusal NO_PARTIAL_REFUND =
            Refusal.invalid("refund.no_partial", "amount", "Partial refund not available for this payment method.");

    /** The provider gives nothing back. */
    public static final Refusal NO_FULL_REFUND =
            Refusal.invalid("refund.no_full", "amount", "Full refund not available for this payment method.");

    /** The refund is past this. */
    public static final Refusal REFUND_STATE = whole("refund.state", "Invalid state of refund");

    /** A refund cannot take with it what cannot be cancelled. */
    public static final Refusal REFUND_CANNOT_CANCEL = whole("refund.cannot_cancel", "You cannot cancel this order.");

    /** The client names a payment that the order does not have. */
    public static final Refusal UNKNOWN_PAYMENT = whole("refund.unknown_payment", "Unknown payment ID.");

    /** So much is left of a payment and no more. */
    public static Refusal refundAbove(Money available) {
        return Refusal.invalid(
                "refund.above_payment",
                "amount",
                "Invalid refund amount, only " + available.amount().toPlainString() + " are available to refund.");
    }

    private static Refusal whole(String code, String text) {
        return new Refusal(Refusal.Kind.INVALID, code, text, null);
    }
}
