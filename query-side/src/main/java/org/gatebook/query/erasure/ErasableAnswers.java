package org.gatebook.query.erasure;

import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.erasure.ErasureQuery.FindErasableOrder;
import org.gatebook.api.erasure.ErasureQuery.FindErasablePosition;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.OrderQuery.FoundPosition;
import org.gatebook.query.order.shown.FoundRows;
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
        return jdbc.sql("SELECT " + FoundRows.ORDER + """
             FROM orders o
             WHERE o.organizer = :organizer AND o.code = :code AND o.event = :event
            """)
                .param("organizer", query.organizer().value())
                .param("event", query.event().value())
                .param("code", query.code())
                .query(FoundRows::order)
                .optional();
    }

    @QueryHandler
    Optional<FoundPosition> find(FindErasablePosition query) {
        return jdbc.sql("SELECT " + FoundRows.POSITION + """
             FROM order_line l JOIN orders o ON o.id = l.order_id
             WHERE l.id = :position AND l.organizer = :organizer AND l.event = :event AND NOT l.moved_on
            """)
                .param("position", query.position())
                .param("organizer", query.organizer().value())
                .param("event", query.event().value())
                .query(FoundRows::position)
                .optional();
    }
}
