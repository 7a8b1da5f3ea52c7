package org.gatebook.query.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderMail;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param position of the event that asks for it
 * @param line the position whose attendee is written to; null for the buyer
 * @param tries how often it was tried
 * @param settled when it was sent or given up; null while it waits
 * @param fault what went wrong the last time; null if nothing did
 */
record OutboxMail(
        long id,
        long position,
        @Nullable Long line,
        OrganizerSlug organizer,
        EventSlug event,
        OrderId order,
        OrderMail mail,
        MailState state,
        int tries,
        Instant created,
        Instant due,
        @Nullable Instant settled,
        @Nullable String fault) {

    /** What {@link #of} reads, of rows called {@code m}. */
    static final String COLUMNS =
            "m.id, m.position, m.line, m.organizer, m.event, m.order_id, m.mail, m.state, m.tries,"
                    + " m.created, m.due, m.settled, m.fault";

    static OutboxMail of(ResultSet row, int number) throws SQLException {
        return new OutboxMail(
                row.getLong("id"),
                row.getLong("position"),
                row.getObject("line", Long.class),
                new OrganizerSlug(row.getString("organizer")),
                new EventSlug(row.getString("event")),
                new OrderId(row.getLong("order_id")),
                OrderMail.ofCode(row.getString("mail")),
                MailState.ofCode(row.getString("state")),
                row.getInt("tries"),
                moment(row.getObject("created", OffsetDateTime.class)),
                moment(row.getObject("due", OffsetDateTime.class)),
                row.getObject("settled") == null ? null : moment(row.getObject("settled", OffsetDateTime.class)),
                row.getString("fault"));
    }

    private static Instant moment(OffsetDateTime stored) {
        return stored.toInstant();
    }

    /** The code of its texts. */
    String code() {
        String attendees = mail.attendeeCode();
        return line == null || attendees == null ? mail.code() : attendees;
    }
}
