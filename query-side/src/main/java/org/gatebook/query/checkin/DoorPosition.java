package org.gatebook.query.checkin;

import java.sql.ResultSet;
import java.sql.SQLException;
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
 * @param orderId the order's number
 * @param secret the ticket's, as text
 * @param attention whether the order asks for attention
 * @param text what the order says to the door; null if nothing
 * @param name the name of whoever is meant, where the position itself names nobody; null if nobody else does
 * @param nameParts the parts of that name, JSON
 */
public record DoorPosition(
        StoredPosition position,
        long orderId,
        @Nullable Long variation,
        @Nullable Long subevent,
        String secret,
        boolean attention,
        @Nullable String text,
        @Nullable String name,
        @Nullable String nameParts) {

    private static final TypeReference<List<Attendee.Answer>> ANSWERS = new TypeReference<>() {};

    /** Where positions come from in SQL: those of {@link StoredPosition}, and the main position {@code p}. */
    public static final String SOURCE =
            StoredPosition.SOURCE + " left join order_line p on p.order_id = l.order_id and p.id = l.addon_to";

    /** A name falls back to that of the main position, then to that on the invoice (behaviour notes, check-in 4.8). */
    public static final String COLUMNS = StoredPosition.COLUMNS + """
        , o.id as order_id, l.variation, l.subevent, t.secret,
        (o.document #>> '{details,checkinAttention}')::boolean as attention,
        o.document #>> '{details,checkinText}' as checkin_text,
        case when l.attendee_name is null then coalesce(p.attendee_name, nullif(o.invoice_name, '')) end as other_name,
        case when l.attendee_name is not null then null
             when p.attendee_name is not null then p.document #>> '{attendee,nameParts}'
             when o.invoice_name <> '' then o.document #>> '{details,buyer,invoiceAddress,nameParts}'
        end as other_name_parts\
        """;

    /** Reads {@link #COLUMNS}. */
    public static DoorPosition read(ResultSet row, int number) throws SQLException {
        return new DoorPosition(
                StoredPosition.read(row, number),
                row.getLong("order_id"),
                row.getObject("variation", Long.class),
                row.getObject("subevent", Long.class),
                row.getString("secret"),
                row.getBoolean("attention"),
                row.getString("checkin_text"),
                row.getString("other_name"),
                row.getString("other_name_parts"));
    }

    /**
     * As doors know the ticket.
     *
     * @param shown as {@link TicketAtDoor} has it
     */
    public TicketAtDoor atDoor(@Nullable Object shown) {
        StoredLine line = position.line();
        return new TicketAtDoor(
                new TicketId(line.id()),
                new OrderId(orderId),
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
