package org.gatebook.query.invoice;

import java.math.BigDecimal;
import org.gatebook.api.EventSlug;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceLine;
import org.gatebook.api.invoice.InvoiceRecipient;
import org.gatebook.api.invoice.InvoiceSender;
import org.gatebook.api.invoice.InvoiceTexts;
import org.gatebook.query.text.JsonText;
import org.jspecify.annotations.Nullable;

/** Writes a document as the API shows it (behaviour notes, orders 13.2; recording orderstate/invoice-create). */
final class InvoiceText {

    private static final int USUAL_LENGTH = 2_000;

    private InvoiceText() {}

    static String of(Invoice invoice, EventSlug event) {
        InvoiceSender from = invoice.from();
        InvoiceRecipient to = invoice.to().value().orElseGet(InvoiceRecipient::unknown);
        InvoiceTexts texts = invoice.texts();
        Invoice.Canceled canceled = invoice.cancels();
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        JsonText.object(text)
                .put("event", event.value())
                .put("order", invoice.order().value())
                .put("number", invoice.number().text())
                .put("is_cancellation", invoice.cancelsAnother())
                .put("invoice_from", from.address())
                .put("invoice_from_name", from.name())
                .put("invoice_from_zipcode", from.zipcode())
                .put("invoice_from_city", from.city())
                .put("invoice_from_country", from.country().isEmpty() ? null : from.country())
                .put("invoice_from_tax_id", from.taxId())
                .put("invoice_from_vat_id", from.vatId())
                .put("invoice_to", to.text())
                .put("invoice_to_company", to.company())
                .put("invoice_to_name", to.name())
                .put("invoice_to_street", to.street())
                .put("invoice_to_zipcode", to.zipcode())
                .put("invoice_to_city", to.city())
                .put("invoice_to_state", to.state())
                .put("invoice_to_country", to.country())
                .put("invoice_to_vat_id", to.vatId())
                .put("invoice_to_beneficiary", to.beneficiary())
                .put("custom_field", to.customField())
                .put("date", invoice.date())
                .put("refers", canceled == null ? null : canceled.number().text())
                .put("locale", invoice.locale())
                .put("introductory_text", texts.introductory())
                .put("additional_text", texts.additional())
                .put("payment_provider_text", texts.payment())
                .put("payment_provider_stamp", texts.stamp())
                .put("footer_text", texts.footer())
                .putJson("lines", lines(invoice))
                .put("foreign_currency_display", invoice.foreignCurrency())
                .put("foreign_currency_rate", (BigDecimal) null)
                .put("foreign_currency_rate_date", (String) null)
                .put("internal_reference", to.internalReference())
                .end();
        return text.toString();
    }

    private static CharSequence lines(Invoice invoice) {
        StringBuilder text = new StringBuilder("[");
        for (InvoiceLine line : invoice.lines()) {
            text.append(text.length() == 1 ? "" : ",");
            line(text, line);
        }
        return text.append(']');
    }

    private static void line(StringBuilder text, InvoiceLine line) {
        JsonText.object(text)
                .put("position", line.position())
                .put("description", line.description())
                .put("item", line.item())
                .put("variation", line.variation())
                .put("subevent", line.subevent())
                .put("attendee_name", line.guestName())
                .put("event_date_from", line.from())
                .put("event_date_to", line.to())
                .put("event_location", (@Nullable String) null)
                .put("gross_value", line.gross().amount())
                .put("tax_value", line.tax().amount())
                .put("tax_rate", line.taxRate())
                .put("tax_name", line.taxName())
                .put("fee_type", line.feeType())
                .put("fee_internal_type", line.feeInternalType())
                .end();
    }
}
