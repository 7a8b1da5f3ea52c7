package org.gatebook.query.invoice;

import java.time.LocalDate;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is found and handed out.
 *
 * @param number prefix and number in one
 * @param ownNumber without the prefix
 * @param refers the whole number of the invoice that it cancels; null if it is an invoice itself
 * @param shown its JSON
 */
record InvoiceView(
        long id,
        OrderId order,
        OrganizerSlug organizer,
        EventSlug event,
        String orderCode,
        String number,
        String ownNumber,
        boolean cancellation,
        @Nullable String refers,
        String locale,
        LocalDate date,
        String shown) {

    static InvoiceView of(Invoice invoice, OrderId order, OrganizerSlug organizer, EventSlug event) {
        Invoice.Canceled canceled = invoice.cancels();
        return new InvoiceView(
                invoice.id(),
                order,
                organizer,
                event,
                invoice.order().value(),
                invoice.number().text(),
                invoice.number().number(),
                invoice.cancelsAnother(),
                canceled == null ? null : canceled.number().text(),
                invoice.locale(),
                invoice.date(),
                InvoiceText.of(invoice, event));
    }
}
