package org.gatebook.command.order.expire;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.order.OrderCommand.ExpireOrder;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends the time for paying (behaviour notes, orders 12.5). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class MarkExpiredEndpoint {

    private final OrderResource orders;

    MarkExpiredEndpoint(OrderResource orders) {
        this.orders = orders;
    }

    @Reads(Reads.Nothing.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/mark_expired/")
    Answer markExpired(ApiRequest request, @PathVariable String code) {
        return orders.changed(
                request, new ExpireOrder(orders.require(request, code).id(), request.now(), false));
    }
}
