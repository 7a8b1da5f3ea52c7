package org.gatebook.api.ticket;

/**
 * How a ticket's order stands, as far as a door asks.
 *
 * @param requireApproval whether the organizer has not said yes
 * @param validIfPending whether tickets are good before they are paid
 */
public record OrderStanding(Status status, boolean requireApproval, boolean validIfPending) {

    /** Where the order stands. */
    public enum Status {
        PENDING,
        PAID,
        EXPIRED,
        CANCELED
    }
}
