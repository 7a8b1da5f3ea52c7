package org.gatebook.command.order.pay;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.order.OrderCommand.MarkOrderPaid;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that everything was paid, by hand (behaviour notes, orders 12.3). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class MarkPaidEndpoint {

    private final OrderResource orders;

    MarkPaidEndpoint(OrderResource orders) {
        this.orders = orders;
    }

    @Reads(Reads.Nothing.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/mark_paid/")
    Answer markPaid(ApiRequest request, @PathVariable String code) {
        FoundOrder order = orders.require(request, code);
        // Read although nothing in it matters: what cannot be read is refused.
        request.body();
        return orders.settled(request, order, new MarkOrderPaid(order.id(), request.clientId(), request.now(), false));
    }
}
