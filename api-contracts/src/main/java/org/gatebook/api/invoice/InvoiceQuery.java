package org.gatebook.api.invoice;

import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Questions about invoices.
 *
 * @param <R> the answer
 */
public sealed interface InvoiceQuery<R> extends Query<R> {

    /**
     * The document of exactly this number.
     *
     * @param event null for any event of the organizer
     * @param number prefix and number in one
     */
    record FindInvoice(OrganizerSlug organizer, @Nullable EventSlug event, String number)
            implements InvoiceQuery<Optional<FoundInvoice>> {}

    /** Whether the order has any. */
    record IsInvoiced(OrderId order) implements InvoiceQuery<Boolean> {}

    /** The document as its resource shows it, a JSON value for an answer; empty if there is none. */
    record ShowInvoice(OrganizerSlug organizer, long invoice) implements InvoiceQuery<Optional<Object>> {}

    /** A document, as far as whoever wants to change it has to know before. */
    record FoundInvoice(long id, OrderId order, EventSlug event) {}
}
