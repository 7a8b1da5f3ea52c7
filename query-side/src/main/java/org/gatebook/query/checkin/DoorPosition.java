package org.gatebook.query.checkin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.DoorQuery.TicketAtDoor;
import org.gatebook.api.ticket.OrderStanding;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.query.order.shown.StoredLine;
import org.gatebook.query.order.shown.StoredOrder;
import org.gatebook.query.order.shown.StoredPosition;
import org.gatebook.web.answer.ApiJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A position as its rows hold it, with what only doors ask for.
 *
 * @param addonTo its main position; null if it is one
 * @param secret the ticket's, as text
 * @param attention whether the order asks for attention
 * @param text what the order says to the door; null if nothing
 * @param named whether the position itself names somebody
 * @param invoiceName the name on the invoice, where the position itself names nobody; null if there is none
 * @param invoiceNameParts the parts of that name, JSON
 */
public record DoorPosition(
        StoredPosition position,
        @Nullable Long variation,
        @Nullable Long subevent,
        @Nullable Long addonTo,
        String secret,
        boolean attention,
        @Nullable String text,
        boolean named,
        @Nullable String invoiceName,
        @Nullable String invoiceNameParts) {

    /** Main positions first. */
    static final Comparator<DoorPosition> MAIN_FIRST = Comparator.comparing(
                    DoorPosition::addonTo, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
            .thenComparingLong(DoorPosition::id);

    private static final TypeReference<List<Attendee.Answer>> ANSWERS = new TypeReference<>() {};

    /** Columns of {@link StoredPosition#SOURCE}. */
    public static final String COLUMNS = StoredPosition.COLUMNS + """
        , l.variation, l.subevent, l.addon_to, t.secret, o.checkin_attention, o.checkin_text,
        l.attendee_name is not null as named,
        case when l.attendee_name is null then nullif(o.invoice_name, '') end as invoice_name,
        case when l.attendee_name is null and o.invoice_name <> ''
             then o.document #>> '{details,buyer,invoiceAddress,nameParts}' end as invoice_name_parts\
        """;

    /** Reads {@link #COLUMNS}. */
    public static DoorPosition read(ResultSet row, int number) throws SQLException {
        return new DoorPosition(
                StoredPosition.read(row, number),
                row.getObject("variation", Long.class),
                row.getObject("subevent", Long.class),
                row.getObject("addon_to", Long.class),
                row.getString("secret"),
                row.getBoolean("checkin_attention"),
                row.getString("checkin_text"),
                row.getBoolean("named"),
                row.getString("invoice_name"),
                row.getString("invoice_name_parts"));
    }

    /** The position's number. */
    long id() {
        return position.line().id();
    }

    /** Which ticket it is. */
    TicketId ticket() {
        return new TicketId(id());
    }

    /**
     * As doors know the ticket.
     *
     * @param shown as {@link TicketAtDoor} has it
     */
    public TicketAtDoor atDoor(@Nullable Object shown) {
        StoredLine line = position.line();
        return new TicketAtDoor(
                ticket(),
                new OrderId(position.order().id()),
                position.order().event(),
                line.item(),
                variation,
                subevent,
                secret,
                standing(position.order()),
                attention,
                text,
                answered(line.answers()),
                shown);
    }

    private static OrderStanding standing(StoredOrder.Head order) {
        OrderStanding.Status status = switch (order.status()) {
            case PENDING -> OrderStanding.Status.PENDING;
            case PAID -> OrderStanding.Status.PAID;
            case EXPIRED -> OrderStanding.Status.EXPIRED;
            case CANCELED -> OrderStanding.Status.CANCELED;
        };
        return new OrderStanding(status, order.requireApproval(), order.validIfPending());
    }

    private static Set<Long> answered(@Nullable String answers) {
        Set<Long> questions = new HashSet<>();
        if (answers != null) {
            ApiJson.mapper().readValue(answers, ANSWERS).forEach(answer -> questions.add(answer.question()));
        }
        return questions;
    }
}
