package org.gatebook.command.order.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatebook.api.invoice.Invoice;
import org.jspecify.annotations.Nullable;

/**
 * The invoices of an order, as far as decisions look at them.
 *
 * @param documents by age
 * @param outdated whether the last invoice no longer says what was sold
 */
public record InvoiceBook(List<Document> documents, boolean outdated) {

    static final InvoiceBook EMPTY = new InvoiceBook(List.of(), false);

    public InvoiceBook {
        documents = List.copyOf(documents);
    }

    /**
     * An invoice, or a document that cancels one.
     *
     * @param cancels the invoice that it cancels; null if it is an invoice itself
     * @param key of whom its recipient is sealed; one that cancels another shares that one's
     */
    public record Document(
            long id, LocalDate date, @Nullable Long cancels, String key) {

        static Document of(Invoice invoice) {
            Invoice.Canceled canceled = invoice.cancels();
            return new Document(
                    invoice.id(),
                    invoice.date(),
                    canceled == null ? null : canceled.id(),
                    invoice.to().subject().value());
        }

        /** Whether it cancels an invoice. */
        public boolean cancelsAnother() {
            return cancels != null;
        }
    }

    /** Whether there was never any invoice. */
    public boolean hasNone() {
        return documents.isEmpty();
    }

    /** Whether there were invoices and none of them is left. */
    public boolean allCanceled() {
        long cancellations = documents.stream().filter(Document::cancelsAnother).count();
        return !hasNone() && cancellations * 2 >= documents.size();
    }

    /** The last invoice, unless it was cancelled. */
    public @Nullable Document open() {
        return documents.reversed().stream()
                .filter(document -> !document.cancelsAnother())
                .findFirst()
                .filter(last -> !isCanceled(last.id()))
                .orElse(null);
    }

    /** Whether another document cancels it. */
    public boolean isCanceled(long id) {
        return documents.stream().anyMatch(document -> document.cancels() != null && document.cancels() == id);
    }

    /** The document of this id. */
    public Optional<Document> find(long id) {
        return documents.stream().filter(document -> document.id() == id).findFirst();
    }

    InvoiceBook issued(Invoice invoice) {
        return new InvoiceBook(and(invoice), false);
    }

    InvoiceBook canceled(Invoice cancellation) {
        return new InvoiceBook(and(cancellation), outdated);
    }

    InvoiceBook nowOutdated() {
        return new InvoiceBook(documents, true);
    }

    private List<Document> and(Invoice invoice) {
        return Stream.concat(documents.stream(), Stream.of(Document.of(invoice)))
                .toList();
    }
}
