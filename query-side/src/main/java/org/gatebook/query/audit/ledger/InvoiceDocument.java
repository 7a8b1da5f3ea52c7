package org.gatebook.query.audit.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import org.gatebook.api.EventSlug;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceLine;
import org.gatebook.api.invoice.InvoiceRecipient;
import org.gatebook.api.money.Money;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.audit.table.Table;
import org.gatebook.query.audit.table.TableWriter;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, or a document that cancels one.
 *
 * @param invoice as it was made last
 * @param entry position of the event that made it first
 * @param at when that was
 * @param again position of the event that made it again last; null if none did
 */
record InvoiceDocument(
        Invoice invoice, long entry, Instant at, @Nullable Long again) {

    static InvoiceDocument of(Invoice invoice, RecordedEvent recorded) {
        return new InvoiceDocument(invoice, recorded.position(), recorded.recordedAt(), null);
    }

    InvoiceDocument madeAgain(Invoice changed, long position) {
        return new InvoiceDocument(changed, entry, at, position);
    }

    boolean touchedIn(Period period) {
        return period.holds(entry) || (again != null && period.holds(again));
    }

    void writeTo(Books books, EventSlug event) {
        Money total = invoice.total();
        Money tax = invoice.lines().stream()
                .map(InvoiceLine::tax)
                .reduce(Money::plus)
                .orElse(null);
        InvoiceRecipient to = invoice.to().value().orElseGet(InvoiceRecipient::unknown);
        Invoice.Canceled cancels = invoice.cancels();
        String number = invoice.number().text();
        books.table(Table.INVOICES)
                .row(
                        number,
                        invoice.number().prefix(),
                        invoice.number().number(),
                        cancels == null ? "invoice" : "cancellation",
                        cancels == null ? "" : cancels.number().text(),
                        invoice.date(),
                        invoice.order().value(),
                        event.value(),
                        total == null ? "" : total.currency().getCurrencyCode(),
                        total == null ? BigDecimal.ZERO : total.amount(),
                        tax == null ? BigDecimal.ZERO : tax.amount(),
                        entry,
                        at,
                        again,
                        to.text(),
                        orEmpty(to.country()),
                        orEmpty(to.vatId()),
                        invoice.from().name(),
                        invoice.from().vatId());
        TableWriter lines = books.table(Table.INVOICE_LINES);
        for (InvoiceLine line : invoice.lines()) {
            lines.row(
                    number,
                    line.position(),
                    line.product() + line.date(),
                    line.gross().amount(),
                    line.tax().amount(),
                    line.taxRate(),
                    line.gross().currency().getCurrencyCode());
        }
        if (total != null) {
            books.sums().add(total.currency().getCurrencyCode(), "invoices", total.amount());
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
