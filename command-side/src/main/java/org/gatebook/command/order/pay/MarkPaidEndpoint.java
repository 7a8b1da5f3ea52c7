package org.gatebook.command.order.pay;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.order.OrderCommand.MarkOrderPaid;
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

/** Says that everything was paid, by hand (behaviour notes, orders 12.3). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class MarkPaidEndpoint {

    private final OrderResource orders;
    private final OrderMails mails;

    MarkPaidEndpoint(OrderResource orders, OrderMails mails) {
        this.orders = orders;
        this.mails = mails;
    }

    @Reads(value = ActionBodies.class, constant = "TELLING")
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/mark_paid/")
    Answer markPaid(ApiRequest request, @PathVariable String code) {
        FoundOrder order = orders.require(request, code);
        boolean told = SendEmail.read(request.body());
        return Answer.acted(
                orders.send(new MarkOrderPaid(order.id(), request.clientId(), request.now(), false)), paid -> {
                    orders.deliver(order);
                    if (told) {
                        mails.paid(request, paid);
                    }
                    return Answer.okLater(() -> orders.shown(paid, request));
                });
    }
}
