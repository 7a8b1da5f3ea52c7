package org.gatebook.command.order.refund;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.order.OrderCommand.CancelRefund;
import org.gatebook.api.order.OrderId;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives a refund up (behaviour notes, orders 19.6). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class CancelRefundEndpoint {

    private final OrderResource orders;

    CancelRefundEndpoint(OrderResource orders) {
        this.orders = orders;
    }

    @Reads(Reads.Nothing.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/refunds/{refund}/cancel/")
    Answer cancel(ApiRequest request, @PathVariable String code, @PathVariable int refund) {
        OrderId order = orders.require(request, code).id();
        return Answer.acted(
                orders.send(new CancelRefund(order, refund)),
                localId -> Answer.okLater(() -> orders.refund(order, localId, request)));
    }
}
