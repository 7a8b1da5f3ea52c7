package org.gatebook.query.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.erasure.ErasureQuery.FindErasableOrder;
import org.gatebook.api.erasure.ErasureQuery.FindErasablePosition;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.OrderQuery.FoundPosition;
import org.gatebook.api.order.OrderStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who may be erased: test orders that were deleted are shown to nobody, but the log still knows their guests. */
@Component
class ErasableAnswers {

    private final JdbcClient jdbc;

    ErasableAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<FoundOrder> find(FindErasableOrder query) {
        return jdbc.sql("""
            SELECT id, code, status, testmode FROM orders
            WHERE organizer = :organizer AND code = :code AND event = :event
            """)
                .param("organizer", query.organizer().value())
                .param("event", query.event().value())
                .param("code", query.code())
                .query(ErasableAnswers::order)
                .optional();
    }

    @QueryHandler
    Optional<FoundPosition> find(FindErasablePosition query) {
        return jdbc.sql("""
            SELECT l.id AS line, l.positionid, l.canceled, o.id, o.code, o.status, o.testmode
            FROM order_line l JOIN orders o ON o.id = l.order_id
            WHERE l.id = :position AND l.organizer = :organizer AND l.event = :event AND NOT l.moved_on
            """)
                .param("position", query.position())
                .param("organizer", query.organizer().value())
                .param("event", query.event().value())
                .query((row, number) -> new FoundPosition(
                        row.getLong("line"), order(row, number), row.getInt("positionid"), row.getBoolean("canceled")))
                .optional();
    }

    private static FoundOrder order(ResultSet row, int number) throws SQLException {
        return new FoundOrder(
                new OrderId(row.getLong("id")),
                new OrderCode(row.getString("code")),
                OrderStatus.ofCode(row.getString("status")),
                row.getBoolean("testmode"));
    }
}
