package org.gatebook.query.order.detail;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.List;
import org.gatebook.api.order.OrderShape;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.query.order.shown.StoredOrder;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One order of an event by its exact code (behaviour notes, orders 6.1). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class OrderDetailEndpoint {

    private static final String BY_CODE = "select " + StoredOrder.COLUMNS + " from " + StoredOrder.SOURCE
            + " where o.organizer = :organizer and o.code = :code and o.event = :event";

    private final JdbcClient jdbc;
    private final ShownOrders shown;

    OrderDetailEndpoint(JdbcClient jdbc, ShownOrders shown) {
        this.jdbc = jdbc;
        this.shown = shown;
    }

    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/")
    Answer show(ApiRequest request, @PathVariable("code") String code) {
        OrderShape shape =
                OrderShape.of(request.links().origin(), request.query().asMap(), true);
        List<StoredOrder> found = jdbc.sql(BY_CODE)
                .param("organizer", request.organizer().value())
                .param("event", request.event().value())
                .param("code", code)
                .query(StoredOrder::read)
                .list();
        return shown.show(request.organizer(), found, shape).stream()
                .findFirst()
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }
}
