package org.gatebook.api.ticket;

/** How a client names a ticket that it means (behaviour notes, gift cards 1.4). */
public sealed interface TicketKey {

    /** By the order position's number. */
    record ByNumber(long number) implements TicketKey {}

    /** By its secret or its pseudonymization id; a text of digits alone is a secret too, never a number. */
    record BySecret(String secret) implements TicketKey {}
}
