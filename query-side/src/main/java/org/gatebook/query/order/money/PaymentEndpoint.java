package org.gatebook.query.order.money;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The payments of an order, by their number within it (behaviour notes, orders 18.2). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class PaymentEndpoint {

    private final OrderMoney money;

    PaymentEndpoint(OrderMoney money) {
        this.money = money;
    }

    @Lists(Lists.Unfiltered.class)
    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/payments/")
    Answer list(ApiRequest request, @PathVariable String code) {
        return money.list(request, code, OrderMoney.PAYMENTS);
    }

    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/payments/{payment}/")
    Answer detail(ApiRequest request, @PathVariable String code, @PathVariable int payment) {
        return money.detail(request, code, OrderMoney.PAYMENTS, payment);
    }
}
