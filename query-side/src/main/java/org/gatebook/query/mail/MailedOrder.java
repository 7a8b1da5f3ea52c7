package org.gatebook.query.mail;

import org.gatebook.query.order.OrderView;
import org.gatebook.query.order.line.LineView;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was when a mail was asked for.
 *
 * @param request the id of the event that asks for the mail
 * @param origin where its links begin
 * @param comment what the organizer said when it ended; empty if nothing, or erased
 * @param line the position whose attendee is written to; null for the buyer
 */
record MailedOrder(
        String request,
        String origin,
        OrderView order,
        String comment,
        @Nullable LineView line) {

    /** Whom it goes to; empty if nobody knows any more. */
    String address() {
        String email =
                line == null ? order.details().buyer().email() : line.attendee().email();
        return email == null ? "" : email;
    }
}
