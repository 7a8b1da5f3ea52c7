package org.gatebook.command.order.payment;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;
import static org.gatebook.web.form.kind.Types.flag;

import org.gatebook.api.order.OrderCommand.ConfirmPayment;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.command.order.mail.OrderMails;
import org.gatebook.command.order.mail.SendEmail;
import org.gatebook.command.order.resource.ActionBodies;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.SingleValue;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says that an open payment has arrived (behaviour notes, orders 18.5). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ConfirmPaymentEndpoint {

    private final OrderResource orders;
    private final OrderMails mails;

    ConfirmPaymentEndpoint(OrderResource orders, OrderMails mails) {
        this.orders = orders;
        this.mails = mails;
    }

    @Reads(value = ActionBodies.class, constant = "CONFIRMATION")
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/payments/{payment}/confirm/")
    Answer confirm(ApiRequest request, @PathVariable String code, @PathVariable int payment) {
        FoundOrder found = orders.require(request, code);
        OrderId order = found.id();
        boolean force = SingleValue.of(request.body(), "force", flag(), false);
        boolean told = SendEmail.read(request.body());
        var command = new ConfirmPayment(order, payment, request.now(), force);
        return Answer.acted(mails.paidBy(request, order, told, () -> orders.send(command)), localId -> {
            orders.deliver(found);
            return Answer.okLater(() -> orders.payment(order, localId, request));
        });
    }
}
