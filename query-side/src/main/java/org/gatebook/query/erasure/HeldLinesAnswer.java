package org.gatebook.query.erasure;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.erasure.ErasureQuery.FindHeldLines;
import org.gatebook.api.erasure.ErasureQuery.HeldLine;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderId;
import org.gatebook.web.answer.ApiJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what orders hold of positions; one statement. */
@Component
class HeldLinesAnswer {

    private final JdbcClient jdbc;

    HeldLinesAnswer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    List<HeldLine> find(FindHeldLines query) {
        return jdbc.sql("""
            SELECT h.id, h.order_id, h.moved_on, h.canceled, h.subevent, h.document -> 'attendee' AS attendee
            FROM order_line l JOIN order_line h ON h.id = l.id
            WHERE l.order_id = :order AND NOT l.moved_on AND l.id = coalesce(:line::bigint, l.id)
            ORDER BY h.id, h.order_id
            """)
                .param("order", query.order().number())
                .param("line", query.line())
                .query((row, number) -> new HeldLine(
                        row.getLong("id"),
                        new OrderId(row.getLong("order_id")),
                        row.getBoolean("moved_on"),
                        row.getBoolean("canceled"),
                        row.getObject("subevent", Long.class),
                        ApiJson.mapper().readValue(row.getString("attendee"), Attendee.class)))
                .list();
    }
}
