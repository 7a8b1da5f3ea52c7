package org.gatebook.command.order.mail;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderMail;
import org.gatebook.api.order.OrderQuery.FindOrderDetails;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes to the buyer where the order is to be found (behaviour notes, orders 14); its state does not matter. */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ResendLinkEndpoint {

    private final OrderResource orders;
    private final Questions questions;
    private final OrderMails mails;

    ResendLinkEndpoint(OrderResource orders, Questions questions, OrderMails mails) {
        this.orders = orders;
        this.questions = questions;
        this.mails = mails;
    }

    @Reads(Reads.Nothing.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/resend_link/")
    Answer resend(ApiRequest request, @PathVariable String code) {
        OrderId order = orders.require(request, code).id();
        if (!isAddressed(order)) {
            return Answer.of(ApiError.ofAction(OrderRefusals.NO_EMAIL));
        }
        mails.tell(request, order, OrderMail.LINK);
        return Answer.noContent();
    }

    private boolean isAddressed(OrderId order) {
        String email = questions
                .ask(new FindOrderDetails(order))
                .flatMap(details -> details.buyer().value())
                .map(Buyer::email)
                .orElse("");
        return !email.isEmpty();
    }
}
