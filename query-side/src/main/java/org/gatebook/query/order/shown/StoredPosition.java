package org.gatebook.query.order.shown;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A position as its rows hold it, where it is read by itself. */
public record StoredPosition(StoredOrder.Head order, StoredLine line) {

    /** The source of positions in SQL, with {@code l} for the position, {@code t} for its ticket, {@code o} for the order. */
    public static final String SOURCE = "order_line l join ticket t on t.id = l.id and not l.moved_on"
            + " join orders o on o.id = l.order_id and not o.deleted";

    /** The same, with {@code p} for the main position of an add-on: where it is searched or ordered by. */
    public static final String SOURCE_WITH_MAIN =
            SOURCE + " left join order_line p on p.order_id = l.order_id and p.id = l.addon_to";

    /** The columns that {@link #read} reads. */
    public static final String COLUMNS = StoredOrder.Head.COLUMNS + ", " + StoredLine.UNITS_SQL + " as line";

    /** Reads {@link #COLUMNS}. */
    public static StoredPosition read(ResultSet row, int number) throws SQLException {
        return new StoredPosition(StoredOrder.Head.read(row), StoredLine.of(row.getString("line")));
    }
}
