package org.gatebook.command.order.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gatebook.api.invoice.Invoice;
import org.gatebook.api.invoice.InvoiceNumber;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.Buyer;

/**
 * What goes onto documents and is not the order's own knowledge.
 *
 * @param locale the order's language
 * @param attendees by position; whose values were erased is missing
 * @param documents those that are cancelled or made again, and what these cancel, by id
 * @param names one for each new document, in their order
 */
public record InvoiceFacts(
        EventOffer offer,
        String locale,
        Buyer buyer,
        Map<Long, Attendee> attendees,
        Map<Long, Invoice> documents,
        List<Name> names,
        LocalDate today) {

    public InvoiceFacts {
        attendees = Map.copyOf(attendees);
        documents = Map.copyOf(documents);
        names = List.copyOf(names);
    }

    /** What a new document is called. */
    public record Name(long id, InvoiceNumber number) {}
}
