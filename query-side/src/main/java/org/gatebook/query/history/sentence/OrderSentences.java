package org.gatebook.query.history.sentence;

import static org.gatebook.query.history.sentence.Wording.moment;
import static org.gatebook.query.history.sentence.Wording.said;
import static org.gatebook.query.history.sentence.Wording.several;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.AttendeeChanged;
import org.gatebook.api.order.OrderEvent.ContentsChanged;
import org.gatebook.api.order.OrderEvent.ExpiryChanged;
import org.gatebook.api.order.OrderEvent.FeeCanceled;
import org.gatebook.api.order.OrderEvent.FeeChanged;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.api.order.OrderEvent.InvoiceCanceled;
import org.gatebook.api.order.OrderEvent.InvoiceIssued;
import org.gatebook.api.order.OrderEvent.InvoiceOutdated;
import org.gatebook.api.order.OrderEvent.InvoiceRegenerated;
import org.gatebook.api.order.OrderEvent.LineAdded;
import org.gatebook.api.order.OrderEvent.LineAnswered;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.LineChanged;
import org.gatebook.api.order.OrderEvent.LineSplitOff;
import org.gatebook.api.order.OrderEvent.MailRequested;
import org.gatebook.api.order.OrderEvent.OrderApproved;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.OrderDeleted;
import org.gatebook.api.order.OrderEvent.OrderDenied;
import org.gatebook.api.order.OrderEvent.OrderDetailsChanged;
import org.gatebook.api.order.OrderEvent.OrderErased;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.OrderReactivated;
import org.gatebook.api.order.OrderEvent.OrderSecretReplaced;
import org.gatebook.api.order.OrderEvent.OrderSplitFrom;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentConfirmed;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.PaymentRefunded;
import org.gatebook.api.order.OrderEvent.RefundCanceled;
import org.gatebook.api.order.OrderEvent.RefundDone;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderMail;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.api.order.RefundState;

/** What happened to an order. */
final class OrderSentences {

    private OrderSentences() {}

    static String of(OrderEvent event, Facts facts) {
        return switch (event) {
            case OrderPlaced e -> placed(e.placed());
            case PaymentRecorded e ->
                "Payment " + e.payment().localId() + " of "
                        + e.payment().amount().text() + " by " + e.payment().provider() + " was recorded; "
                        + standing(e.payment().state());
            case PaymentConfirmed e -> "The money of " + facts.payment(e.order(), e.localId()) + " arrived";
            case PaymentCanceled e -> capital(facts.payment(e.order(), e.localId())) + " was given up";
            case OrderPaid e -> "The order became paid";
            case OrderMarkedPending e -> "The order counts as unpaid again";
            case OrderExpired e -> "The order expired, and its places are free again";
            case OrderCanceled e -> "The order was cancelled" + said(e.comment());
            case ExpiryChanged e -> "The order may be paid until " + moment(e.expires());
            case OrderDetailsChanged e -> "Details of the order were changed, not its contents or its money";
            case LineCanceled e -> capital(facts.position(e.line())) + " was taken out" + total(e.total());
            case OrderCanceledForFee e ->
                "Everything in the order was called off, and " + fee(e.fee()) + " of "
                        + e.fee().value().text() + " kept" + said(e.comment()) + total(e.total());
            case OrderApproved e -> "The organizer approved the order, to be paid until " + moment(e.expires());
            case OrderDenied e -> "The organizer denied the order" + said(e.comment());
            case OrderReactivated e ->
                "The cancellation was taken back; the order may be paid until " + moment(e.expires());
            case OrderSecretReplaced e -> "The order's link got a new secret";
            case OrderDeleted e -> "The order, which was a test, was deleted";
            case RefundRecorded e -> refund(e.refund());
            case RefundDone e -> "The money of " + facts.refund(e.order(), e.localId()) + " was given back";
            case RefundCanceled e -> capital(facts.refund(e.order(), e.localId())) + " was given up";
            case PaymentRefunded e ->
                capital(facts.payment(e.order(), e.localId())) + " counts as given back completely";
            case LineAnswered e -> "Answers to questions for " + facts.position(e.line()) + " were changed";
            case GiftCardSold e -> "A gift card was sold with " + facts.position(e.line());
            case LineAdded e ->
                "Position " + e.line().positionid() + " was added for "
                        + e.line().price().text() + total(e.total());
            case LineChanged e ->
                capital(facts.position(e.line())) + " was changed and costs "
                        + e.terms().price().text() + total(e.total());
            case LineSplitOff e ->
                capital(facts.position(e.line())) + " went into " + facts.order(e.into()) + total(e.total());
            case OrderSplitFrom e -> "The positions of the order were in " + facts.order(e.from()) + " before";
            case AttendeeChanged e -> "The attendee of " + facts.position(e.line()) + " was changed";
            case FeeChanged e ->
                capital(fee(e.fee())) + " became " + e.fee().value().text() + total(e.total());
            case FeeCanceled e -> "The fee with the number " + e.fee() + " was taken out" + total(e.total());
            case ContentsChanged e -> "The changes of the order were completed";
            case MailRequested e ->
                (e.attendees() ? "The buyer and the attendees are" : "The buyer is") + " to be told "
                        + subject(e.mail());
            case InvoiceIssued e -> "Invoice " + e.invoice().number().text() + over(e.invoice()) + " was made";
            case InvoiceCanceled e -> canceled(e.cancellation());
            case InvoiceRegenerated e -> "Invoice " + e.invoice().number().text() + " was made again";
            case InvoiceOutdated e ->
                "The invoice no longer says what was sold, and is replaced when the order is paid";
            case OrderErased e ->
                e.buyer()
                        ? "Buyer and attendees were erased"
                        : "Who comes with " + several(e.lines().size(), "position") + " was erased";
        };
    }

    private static String placed(PlacedOrder placed) {
        return "Order " + placed.code().value() + " was placed" + (placed.testmode() ? " as a test" : "") + " with "
                + several(placed.lines().size(), "position")
                + (placed.fees().isEmpty()
                        ? ""
                        : " and " + several(placed.fees().size(), "fee"))
                + " for " + placed.total().text()
                + (placed.requireApproval()
                        ? ", waiting for the organizer's approval"
                        : ", to be paid until " + moment(placed.expires()));
    }

    private static String standing(PaymentState state) {
        return switch (state) {
            case CREATED, PENDING -> "the money has not arrived yet";
            case CONFIRMED -> "the money has arrived";
            case FAILED -> "it has failed";
            case CANCELED -> "it is given up";
            case REFUNDED -> "the money had arrived and was given back";
        };
    }

    private static String refund(PlacedRefund refund) {
        List<String> parts = new ArrayList<>();
        parts.add("Refund " + refund.localId() + " of " + refund.amount().text());
        if (refund.payment() != null) {
            parts.add("for payment " + refund.payment());
        }
        parts.add("by " + refund.provider() + " was recorded");
        return String.join(" ", parts) + said(refund.comment()) + "; " + standing(refund.state());
    }

    private static String standing(RefundState state) {
        return switch (state) {
            case CREATED -> "somebody has to send the money";
            case TRANSIT -> "the money is under way";
            case EXTERNAL -> "the provider gave money back by itself";
            case DONE -> "the money was given back";
            case FAILED -> "it has failed";
            case CANCELED -> "it is given up";
        };
    }

    private static String canceled(Invoice cancellation) {
        Invoice.Canceled canceled = cancellation.cancels();
        return (canceled == null ? "An invoice" : "Invoice " + canceled.number().text()) + " was cancelled by document "
                + cancellation.number().text();
    }

    private static String over(Invoice invoice) {
        Money total = invoice.total();
        return total == null ? "" : " over " + total.text();
    }

    private static String subject(OrderMail mail) {
        return switch (mail) {
            case PLACED -> "that the order was placed and waits for money";
            case PLACED_FOR_APPROVAL -> "that the order was placed and waits for approval";
            case PLACED_FREE -> "that the order was placed and costs nothing";
            case PAID -> "that the money has arrived";
            case APPROVED -> "that the order was approved and waits for money";
            case APPROVED_FREE -> "that the order was approved and costs nothing";
            case DENIED -> "that the order was denied";
            case CANCELED -> "that the order was cancelled";
            case CHANGED -> "that the order was changed";
            case LINK -> "where the order is to be found";
        };
    }

    private static String fee(OrderFee fee) {
        return "a fee (" + (fee.description().isBlank() ? fee.feeType() : fee.description()) + ")";
    }

    private static String total(Money total) {
        return "; the total became " + total.text();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
