package org.gatebook.query.history;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.List;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.request.ApiRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happened to an order and to its tickets, newest first: one story, although each ticket has a stream of its own. A
 * test order that was deleted still has its history.
 */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class OrderHistoryEndpoint {

    private final JdbcClient jdbc;
    private final HistoryPages history;

    OrderHistoryEndpoint(JdbcClient jdbc, HistoryPages history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    @Lists(HistoryPages.class)
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/history/")
    Answer list(ApiRequest request, @PathVariable("code") String code) {
        List<String> streams = streams(request, code);
        return streams.isEmpty()
                ? Answer.notFound()
                : Answer.ok(history.read(request, Condition.of("aggregate_id in (:streams)", "streams", streams))
                        .toJson(request.pageLinks()));
    }

    private List<String> streams(ApiRequest request, String code) {
        return jdbc.sql("""
            WITH meant AS (
                SELECT id FROM orders
                WHERE organizer = :organizer AND event = :event AND code = :code
                ORDER BY deleted, id DESC LIMIT 1)
            SELECT :order || ':' || id FROM meant
            UNION ALL
            SELECT :ticket || ':' || l.id FROM order_line l WHERE l.order_id = (SELECT id FROM meant)
            """)
                .param("organizer", request.organizer().value())
                .param("event", request.event().value())
                .param("code", code)
                .param("order", OrderId.KIND)
                .param("ticket", TicketId.KIND)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
