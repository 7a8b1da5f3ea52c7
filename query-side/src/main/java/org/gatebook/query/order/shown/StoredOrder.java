package org.gatebook.query.order.shown;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.gatebook.api.EventSlug;
import org.gatebook.api.order.OrderStatus;

/**
 * An order as its rows hold it, with all its positions.
 *
 * @param head what positions need to know of their order
 * @param lastModified when it or one of its tickets was last touched
 * @param shown with slots
 */
public record StoredOrder(Head head, Instant lastModified, String shown, List<StoredLine> lines) {

    /** The source of orders in SQL, with {@code o} for the order and {@code m} for its touch. */
    public static final String SOURCE = "orders o join order_touch m on m.id = o.id and not o.deleted";

    /** The columns that {@link #read} reads. */
    public static final String COLUMNS =
            Head.COLUMNS + ", o.shown, m.last_modified, " + StoredLine.OF_ORDER_SQL + " as lines";

    private static final int WEIGHT_OF_ORDER = 500;
    private static final int WEIGHT_OF_LINE = 300;

    /** About how many characters it takes in memory. */
    int weight() {
        int weight = WEIGHT_OF_ORDER + shown.length();
        for (StoredLine line : lines) {
            weight += WEIGHT_OF_LINE + line.shown().length() + line.checkins().length();
        }
        return weight;
    }

    /** Reads {@link #COLUMNS}. */
    public static StoredOrder read(ResultSet row, int number) throws SQLException {
        return new StoredOrder(
                Head.read(row),
                row.getObject("last_modified", OffsetDateTime.class).toInstant(),
                row.getString("shown"),
                StoredLine.all(row.getString("lines")));
    }

    /**
     * What positions need to know of their order.
     *
     * @param id number
     * @param requireApproval whether the organizer has not said yes
     * @param validIfPending whether its tickets are good before it is paid
     */
    public record Head(
            long id,
            String code,
            EventSlug event,
            OrderStatus status,
            boolean requireApproval,
            boolean validIfPending) {

        static final String COLUMNS =
                "o.id as order_id, o.code, o.event, o.status, o.require_approval, o.valid_if_pending";

        static Head read(ResultSet row) throws SQLException {
            return new Head(
                    row.getLong("order_id"),
                    row.getString("code"),
                    new EventSlug(row.getString("event")),
                    OrderStatus.ofCode(row.getString("status")),
                    row.getBoolean("require_approval"),
                    row.getBoolean("valid_if_pending"));
        }
    }
}
