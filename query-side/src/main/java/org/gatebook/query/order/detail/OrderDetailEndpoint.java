package org.gatebook.query.order.detail;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.List;
import org.gatebook.api.order.OrderShape;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.query.order.shown.StoredOrders;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One order of an event by its exact code (behaviour notes, orders 6.1). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class OrderDetailEndpoint {

    private final StoredOrders orders;
    private final ShownOrders shown;

    OrderDetailEndpoint(StoredOrders orders, ShownOrders shown) {
        this.orders = orders;
        this.shown = shown;
    }

    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/")
    Answer show(ApiRequest request, @PathVariable("code") String code) {
        OrderShape shape =
                OrderShape.of(request.links().origin(), request.query().asMap(), true);
        return orders.find(request.organizer(), request.event(), code)
                .map(order -> shown.show(request.organizer(), List.of(order), shape))
                .map(List::getFirst)
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }
}
