package org.gatebook.command.order.cancel;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.order.OrderCommand;
import org.gatebook.api.order.OrderCommand.CancelOrder;
import org.gatebook.api.order.OrderCommand.CancelOrderForFee;
import org.gatebook.api.order.OrderCommand.MarkOrderRefunded;
import org.gatebook.api.order.OrderFee;
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
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cancels an order as a whole, perhaps but for a fee (behaviour notes, orders 12.9). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class MarkCanceledEndpoint {

    private final OrderResource orders;
    private final CancellationFees fees;
    private final CanceledOrders cancellation;
    private final OrderMails mails;

    MarkCanceledEndpoint(OrderResource orders, CancellationFees fees, CanceledOrders cancellation, OrderMails mails) {
        this.orders = orders;
        this.fees = fees;
        this.cancellation = cancellation;
        this.mails = mails;
    }

    @Reads(value = ActionBodies.class, constant = "CANCELLATION")
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/mark_canceled/")
    Answer cancel(ApiRequest request, @PathVariable String code) {
        OrderId order = orders.require(request, code).id();
        Personal<String> comment = Comments.read(request.body(), order);
        OrderFee fee = fees.read(request);
        OrderCommand<OrderId> command = fee == null
                ? new CancelOrder(order, request.now(), comment)
                : new CancelOrderForFee(order, request.now(), comment, fee);
        return canceled(request, command, SendEmail.read(request.body()));
    }

    @Reads(Reads.Nothing.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/mark_refunded/")
    Answer refund(ApiRequest request, @PathVariable String code) {
        return canceled(
                request, new MarkOrderRefunded(orders.require(request, code).id(), request.now()), true);
    }

    private Answer canceled(ApiRequest request, OrderCommand<OrderId> command, boolean told) {
        GiftCardSale sale = cancellation.soldBy(command.order());
        return Answer.acted(orders.send(command), canceled -> {
            Refusal refused = cancellation.follow(request, canceled, sale);
            if (refused != null) {
                return Answer.of(ApiError.ofAction(refused));
            }
            if (told) {
                mails.tell(request, canceled, OrderMail.CANCELED);
            }
            return Answer.okLater(() -> orders.shown(canceled, request));
        });
    }
}
