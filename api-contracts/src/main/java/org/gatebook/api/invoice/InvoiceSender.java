package org.gatebook.api.invoice;

import org.gatebook.api.offer.EventTerms.Sender;

/** Whom a document is from, as the event's settings had it that day; empty where nobody had said it. */
public record InvoiceSender(
        String name, String address, String zipcode, String city, String country, String taxId, String vatId) {

    /** As the settings have it now. */
    public static InvoiceSender of(Sender sender) {
        return new InvoiceSender(
                sender.name(),
                sender.address(),
                sender.zipcode(),
                sender.city(),
                sender.country(),
                sender.taxId(),
                sender.vatId());
    }
}
