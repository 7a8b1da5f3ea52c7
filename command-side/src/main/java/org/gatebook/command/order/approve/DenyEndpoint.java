package org.gatebook.command.order.approve;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.order.OrderCommand.DenyOrder;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderMail;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.mail.OrderMails;
import org.gatebook.command.order.mail.SendEmail;
import org.gatebook.command.order.resource.ActionBodies;
import org.gatebook.command.order.resource.Comments;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says no to an order that waits for it (behaviour notes, orders 12.8). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class DenyEndpoint {

    private final OrderResource orders;
    private final OrderMails mails;

    DenyEndpoint(OrderResource orders, OrderMails mails) {
        this.orders = orders;
        this.mails = mails;
    }

    @Reads(value = ActionBodies.class, constant = "COMMENT")
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/deny/")
    Answer deny(ApiRequest request, @PathVariable String code) {
        OrderId order = orders.require(request, code).id();
        Personal<String> comment = Comments.read(request.body(), order);
        boolean told = SendEmail.read(request.body());
        return Answer.acted(orders.send(new DenyOrder(order, request.now(), comment)), denied -> {
            if (told) {
                mails.tell(request, denied, OrderMail.DENIED);
            }
            return Answer.okLater(() -> orders.shown(denied, request));
        });
    }
}
