package org.gatebook.query.order.overdue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindOverdueOrders;
import org.gatebook.api.order.OrderQuery.OverdueOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds orders whose term is over, by an index that holds nothing but pending ones. */
@Component
class OverdueAnswers {

    private final JdbcClient jdbc;

    OverdueAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    List<OverdueOrder> find(FindOverdueOrders query) {
        OverdueOrder after = query.after();
        return jdbc.sql("""
            SELECT o.id, o.organizer, o.event, o.expires, ARRAY(
                SELECT DISTINCT l.subevent FROM order_line l
                WHERE l.order_id = o.id AND NOT l.canceled AND l.subevent IS NOT NULL) AS subevents
            FROM orders o
            WHERE o.status = 'n' AND NOT o.deleted AND NOT o.valid_if_pending AND NOT o.require_approval
              AND o.expires < :now AND (o.expires, o.id) > (:expires, :id)
              AND NOT EXISTS (
                SELECT FROM json_array_elements(o.document -> 'fees') fee
                WHERE fee -> 'fee' ->> 'feeType' = :cancellation AND NOT (fee ->> 'canceled')::boolean)
            ORDER BY o.expires, o.id LIMIT :limit
            """)
                .param("now", query.now().atOffset(ZoneOffset.UTC))
                .param(
                        "expires",
                        after == null ? OffsetDateTime.MIN : after.expires().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? 0 : after.id().number())
                .param("cancellation", OrderFee.CANCELLATION)
                .param("limit", query.limit())
                .query((row, number) -> overdue(row))
                .list();
    }

    private static OverdueOrder overdue(ResultSet row) throws SQLException {
        return new OverdueOrder(
                new OrderId(row.getLong("id")),
                new OrganizerSlug(row.getString("organizer")),
                new EventSlug(row.getString("event")),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                Set.of((Long[]) row.getArray("subevents").getArray()));
    }
}
