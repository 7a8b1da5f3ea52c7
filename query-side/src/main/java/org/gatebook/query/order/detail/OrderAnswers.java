package org.gatebook.query.order.detail;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.order.OrderQuery.FindOrder;
import org.gatebook.api.order.OrderQuery.FindPosition;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.OrderQuery.FoundPosition;
import org.gatebook.api.order.OrderQuery.ShowOrder;
import org.gatebook.api.order.OrderQuery.ShowPosition;
import org.gatebook.query.order.shown.FoundRows;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.query.order.shown.StoredOrder;
import org.gatebook.query.order.shown.StoredPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what other sides ask about orders and positions; each with one statement. */
@Component
class OrderAnswers {

    private final JdbcClient jdbc;
    private final ShownOrders shown;

    OrderAnswers(JdbcClient jdbc, ShownOrders shown) {
        this.jdbc = jdbc;
        this.shown = shown;
    }

    @QueryHandler
    Optional<FoundOrder> find(FindOrder query) {
        return jdbc.sql("SELECT " + FoundRows.ORDER + """
             FROM orders o
             WHERE o.organizer = :organizer AND o.code = :code AND o.event = :event AND NOT o.deleted
            """)
                .param("organizer", query.organizer().value())
                .param("event", query.event().value())
                .param("code", query.code())
                .query(FoundRows::order)
                .optional();
    }

    @QueryHandler
    Optional<FoundPosition> find(FindPosition query) {
        return jdbc.sql("SELECT " + FoundRows.POSITION + """
             FROM order_line l JOIN orders o ON o.id = l.order_id AND NOT o.deleted
             WHERE l.id = :position AND l.organizer = :organizer AND l.event = :event
               AND (:canceled OR NOT l.canceled) AND NOT l.moved_on
            """)
                .param("position", query.position())
                .param("organizer", query.organizer().value())
                .param("event", query.event().value())
                .param("canceled", query.canceledToo())
                .query(FoundRows::position)
                .optional();
    }

    @QueryHandler
    Optional<Object> show(ShowOrder query) {
        List<StoredOrder> found = jdbc.sql("select " + StoredOrder.COLUMNS + " from " + StoredOrder.SOURCE
                        + " where o.id = :order and o.organizer = :organizer")
                .param("order", query.order().number())
                .param("organizer", query.organizer().value())
                .query(StoredOrder::read)
                .list();
        return shown.show(query.organizer(), found, query.shape()).stream().findFirst();
    }

    @QueryHandler
    Optional<Object> show(ShowPosition query) {
        List<StoredPosition> found = jdbc.sql("select " + StoredPosition.COLUMNS + " from " + StoredPosition.SOURCE
                        + " where l.id = :position and l.organizer = :organizer and l.event = :event"
                        + " and (:canceled or not l.canceled)")
                .param("position", query.position())
                .param("organizer", query.organizer().value())
                .param("event", query.event().value())
                .param("canceled", query.shape().canceledPositions())
                .query(StoredPosition::read)
                .list();
        return shown.showPositions(query.organizer(), found, query.shape()).stream()
                .findFirst();
    }
}
