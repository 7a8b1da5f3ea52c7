package org.gatebook.query.order;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.PaymentState;
import org.gatebook.catalogue.person.NameScheme;
import org.gatebook.query.order.shown.OrderSlots;
import org.gatebook.query.text.JsonText;
import org.gatebook.query.text.SlottedText;
import org.jspecify.annotations.Nullable;

/** Writes an order as the API shows it (behaviour notes, orders 4.1 to 4.5), with slots for what is known later. */
final class OrderText {

    private static final int USUAL_LENGTH = 1_500;

    private OrderText() {}

    static String of(OrderView order) {
        return of(order, order.origin().datetime());
    }

    /** @param datetime when it was placed; null if it was not */
    static String of(OrderView order, @Nullable Instant datetime) {
        OrderView.Origin origin = order.origin();
        DetailsView details = order.details();
        Instant paid = order.paymentDate();
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        JsonText.object(text)
                .put("code", origin.code().value())
                .put("event", origin.event().value())
                .put("status", order.status().code())
                .put("testmode", origin.testmode())
                .put("secret", order.secret())
                .put("email", details.buyer().email())
                .put("phone", details.buyer().phone())
                .put("locale", details.locale())
                .put("datetime", datetime)
                .put("expires", order.expires())
                .put(
                        "payment_date",
                        paid == null ? null : paid.atOffset(ZoneOffset.UTC).toLocalDate())
                .put("payment_provider", order.paymentProvider())
                .putJson("fees", fees(order.fees()))
                .put("total", order.total())
                .put("comment", details.buyer().comment())
                .put("custom_followup_at", details.followupAt())
                .putJson("invoice_address", address(details.buyer().invoiceAddress()))
                .open("positions", OrderSlots.POSITIONS)
                .open("downloads", OrderSlots.DOWNLOADS)
                .put("checkin_attention", details.checkinAttention())
                .put("checkin_text", details.checkinText())
                .open("last_modified", OrderSlots.LAST_MODIFIED)
                .putJson("payments", payments(order))
                .putJson("refunds", refunds(order.refunds()))
                .put("require_approval", order.requireApproval())
                .put("sales_channel", origin.salesChannel())
                .putJson("url", link(order, ""))
                .put("customer", details.customer())
                .put("valid_if_pending", details.validIfPending())
                .putValue("api_meta", details.apiMeta())
                .end();
        return text.toString();
    }

    /** Cancelled fees stand in parts of their own, each with the comma that goes with it. */
    private static StringBuilder fees(List<FeeView> fees) {
        StringBuilder text = new StringBuilder("[");
        int active = (int) fees.stream().filter(fee -> !fee.canceled()).count();
        boolean first = true;
        int activeBefore = 0;
        for (FeeView fee : fees) {
            boolean beforeAllActive = activeBefore == 0 && active > 0;
            if (fee.canceled()) {
                text.append(OrderSlots.CANCELED_FEE).append(first || beforeAllActive ? "" : ",");
                fee(text, fee);
                text.append(beforeAllActive ? "," : "").append(SlottedText.END);
            } else {
                text.append(activeBefore == 0 ? "" : ",");
                fee(text, fee);
                activeBefore++;
            }
            first = false;
        }
        return text.append(']');
    }

    private static void fee(StringBuilder text, FeeView shown) {
        OrderFee fee = shown.fee();
        JsonText.object(text)
                .put("id", fee.id())
                .put("fee_type", fee.feeType())
                .put("value", fee.value().amount())
                .put("description", fee.description())
                .put("internal_type", fee.internalType())
                .put("tax_rate", fee.taxRate())
                .put("tax_value", fee.taxValue().amount())
                .put("tax_rule", fee.taxRule())
                .put("canceled", shown.canceled())
                .end();
    }

    private static String address(@Nullable InvoiceAddress address) {
        if (address == null) {
            return "null";
        }
        StringBuilder text = new StringBuilder();
        JsonText.object(text)
                .put("last_modified", address.lastModified())
                .put("is_business", address.business())
                .put("company", address.company())
                .put("name", NameScheme.wholeName(address.nameParts()))
                .putValue("name_parts", address.nameParts())
                .put("street", address.street())
                .put("zipcode", address.zipcode())
                .put("city", address.city())
                .put("country", address.country())
                .put("state", address.state())
                .put("vat_id", address.vatId())
                .put("vat_id_validated", address.vatIdValidated())
                .put("custom_field", address.customField())
                .put("internal_reference", address.internalReference())
                .end();
        return text.toString();
    }

    private static StringBuilder payments(OrderView order) {
        StringBuilder text = new StringBuilder("[");
        for (PaymentView payment : order.payments()) {
            text.append(text.length() == 1 ? "" : ",").append(payment(order, payment));
        }
        return text.append(']');
    }

    /** One payment, as it is shown inside its order and alone. */
    static String payment(OrderView order, PaymentView payment) {
        StringBuilder text = new StringBuilder();
        JsonText.object(text)
                .put("local_id", payment.localId())
                .put("state", payment.state().code())
                .put("amount", payment.amount())
                .put("created", payment.created())
                .put("payment_date", payment.paymentDate())
                .put("provider", payment.provider())
                .putJson(
                        "payment_url",
                        payment.state() == PaymentState.CREATED ? link(order, "pay/" + payment.id() + "/") : "null")
                .putJson("details", details(payment.details()))
                .end();
        return text.toString();
    }

    private static StringBuilder refunds(List<RefundView> refunds) {
        StringBuilder text = new StringBuilder("[");
        for (RefundView refund : refunds) {
            text.append(text.length() == 1 ? "" : ",").append(refund(refund));
        }
        return text.append(']');
    }

    /** One refund, as it is shown inside its order and alone. */
    static String refund(RefundView refund) {
        Integer payment = refund.payment();
        StringBuilder text = new StringBuilder();
        JsonText.object(text)
                .put("local_id", refund.localId())
                .put("state", refund.state().code())
                .put("source", refund.source().code())
                .put("amount", refund.amount())
                .put("payment", payment == null ? null : Long.valueOf(payment))
                .put("created", refund.created())
                .put("execution_date", refund.executionDate())
                .put("comment", refund.comment())
                .put("provider", refund.provider())
                .putJson("details", details(refund.details()))
                .end();
        return text.toString();
    }

    private static CharSequence details(ProviderDetails details) {
        StringBuilder text = new StringBuilder();
        if (details.giftCard() != null) {
            return text.append(OrderSlots.GIFT_CARD).append(details.giftCard()).append(SlottedText.END);
        }
        JsonText object = JsonText.object(text);
        details.shown().forEach(object::putValue);
        object.end();
        return text;
    }

    /** Below the address at which the buyer sees the order. */
    private static String link(OrderView order, String below) {
        OrderView.Origin origin = order.origin();
        String path = "/" + origin.organizer().value() + "/" + origin.event().value() + "/order/"
                + origin.code().value() + "/" + order.secret() + "/" + below;
        return "\"" + OrderSlots.ORIGIN + JsonText.quoted(path).substring(1);
    }
}
