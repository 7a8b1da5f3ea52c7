package org.gatebook.command.order.approve;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.order.OrderCommand.ApproveOrder;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.command.order.mail.OrderMails;
import org.gatebook.command.order.mail.SendEmail;
import org.gatebook.command.order.resource.ActionBodies;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says yes to an order that waits for it (behaviour notes, orders 12.7). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ApproveEndpoint {

    private final OrderResource orders;
    private final OrderMails mails;

    ApproveEndpoint(OrderResource orders, OrderMails mails) {
        this.orders = orders;
        this.mails = mails;
    }

    @Reads(value = ActionBodies.class, constant = "TELLING")
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/approve/")
    Answer approve(ApiRequest request, @PathVariable String code) {
        FoundOrder order = orders.require(request, code);
        boolean told = SendEmail.read(request.body());
        return Answer.acted(orders.send(new ApproveOrder(order.id(), request.now(), request.clientId())), approved -> {
            orders.deliver(order);
            if (told) {
                mails.approved(request, approved);
            }
            return Answer.okLater(() -> orders.shown(approved, request));
        });
    }
}
