package org.gatebook.command.order.refund;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.order.OrderCommand.AfterRefund;
import org.gatebook.api.order.OrderCommand.ProcessRefund;
import org.gatebook.api.order.OrderId;
import org.gatebook.command.order.cancel.CanceledOrders;
import org.gatebook.command.order.resource.ActionBodies;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes note of what a provider gave back by itself (behaviour notes, orders 19.5). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ProcessRefundEndpoint {

    private final OrderResource orders;
    private final CanceledOrders cancellation;

    ProcessRefundEndpoint(OrderResource orders, CanceledOrders cancellation) {
        this.orders = orders;
        this.cancellation = cancellation;
    }

    @Reads(value = ActionBodies.class, constant = "AFTER_REFUND")
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/refunds/{refund}/process/")
    Answer process(ApiRequest request, @PathVariable String code, @PathVariable int refund) {
        OrderId order = orders.require(request, code).id();
        boolean cancels = AfterRefunds.cancels(request.body());
        GiftCardSale sale = cancels ? cancellation.soldBy(order) : null;
        return Answer.acted(
                orders.send(new ProcessRefund(order, refund, new AfterRefund(cancels, true, request.now()))),
                localId -> {
                    Refusal refused = sale == null ? null : cancellation.follow(request, order, sale);
                    return refused == null
                            ? Answer.okLater(() -> orders.refund(order, localId, request))
                            : Answer.of(ApiError.ofAction(refused));
                });
    }
}
