package org.gatebook.api.invoice;

/**
 * What an invoice is called. Within an organizer no two documents have the same prefix and number.
 *
 * @param prefix as the event's settings had it, which names the sequence
 * @param number its place in the sequence, or the order's code and its place among the order's documents
 */
public record InvoiceNumber(String prefix, String number) {

    /** Whether it was counted; else it is made of an order's code. */
    public boolean counted() {
        return number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** As people read it. */
    public String text() {
        return prefix + number;
    }
}
