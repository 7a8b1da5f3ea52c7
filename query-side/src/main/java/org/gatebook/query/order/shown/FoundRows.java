package org.gatebook.query.order.shown;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.OrderQuery.FoundPosition;
import org.gatebook.api.order.OrderStatus;

/** Reads what other sides are told of an order {@code o} and of a position {@code l} that they name. */
public final class FoundRows {

    /** The columns that {@link #order} reads. */
    public static final String ORDER = "o.id, o.code, o.status, o.testmode";

    /** The columns that {@link #position} reads. */
    public static final String POSITION = "l.id AS line, l.positionid, l.canceled, " + ORDER;

    private FoundRows() {}

    /** Reads {@link #ORDER}. */
    public static FoundOrder order(ResultSet row, int number) throws SQLException {
        return new FoundOrder(
                new OrderId(row.getLong("id")),
                new OrderCode(row.getString("code")),
                OrderStatus.ofCode(row.getString("status")),
                row.getBoolean("testmode"));
    }

    /** Reads {@link #POSITION}. */
    public static FoundPosition position(ResultSet row, int number) throws SQLException {
        return new FoundPosition(
                row.getLong("line"), order(row, number), row.getInt("positionid"), row.getBoolean("canceled"));
    }
}
