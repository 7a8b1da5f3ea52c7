package org.gatebook.command.order.payment;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.order.OrderCommand.CancelPayment;
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

/** Gives an open payment up (behaviour notes, orders 18.6). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class CancelPaymentEndpoint {

    private final OrderResource orders;

    CancelPaymentEndpoint(OrderResource orders) {
        this.orders = orders;
    }

    @Reads(Reads.Nothing.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/payments/{payment}/cancel/")
    Answer cancel(ApiRequest request, @PathVariable String code, @PathVariable int payment) {
        OrderId order = orders.require(request, code).id();
        return Answer.acted(
                orders.send(new CancelPayment(order, payment)),
                localId -> Answer.okLater(() -> orders.payment(order, localId, request)));
    }
}
