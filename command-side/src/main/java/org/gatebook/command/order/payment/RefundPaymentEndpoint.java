package org.gatebook.command.order.payment;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;
import static org.gatebook.web.form.kind.Types.money;

import java.math.BigDecimal;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderCommand.RefundPayment;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.command.order.cancel.CanceledOrders;
import org.gatebook.command.order.refund.AfterRefunds;
import org.gatebook.command.order.resource.ActionBodies;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.form.SingleValue;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives a payment back, as far as its provider can (behaviour notes, orders 18.7). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class RefundPaymentEndpoint {

    private final OrderResource orders;
    private final EventOffers offers;
    private final RefundedCards cards;
    private final CanceledOrders cancellation;

    RefundPaymentEndpoint(OrderResource orders, EventOffers offers, RefundedCards cards, CanceledOrders cancellation) {
        this.orders = orders;
        this.offers = offers;
        this.cards = cards;
        this.cancellation = cancellation;
    }

    @Reads(value = ActionBodies.class, constant = "REFUND")
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/payments/{payment}/refund/")
    Answer refund(ApiRequest request, @PathVariable String code, @PathVariable int payment) {
        FoundOrder order = orders.require(request, code);
        var command = new RefundPayment(
                order.id(), payment, amount(request, order, payment), AfterRefunds.ofPayment(request));
        GiftCardSale sale = command.then().cancel() ? cancellation.soldBy(order.id()) : null;
        return Answer.acted(orders.send(command), given -> {
            cards.credit(request, order, given);
            Refusal refused = sale == null || !given.canceled() ? null : cancellation.follow(request, order.id(), sale);
            return refused == null
                    ? Answer.okLater(() -> orders.refund(order.id(), given.localId(), request))
                    : Answer.of(ApiError.ofAction(refused));
        });
    }

    /** That a payment is unknown is said before anything is said about the amount. */
    private @Nullable Money amount(ApiRequest request, FoundOrder order, int payment) {
        if (SingleValue.raw(request.body(), "amount").isMissingNode()) {
            return null;
        }
        BigDecimal amount;
        try {
            amount = SingleValue.of(request.body(), "amount", money());
        } catch (Rejected wrongAmount) {
            orders.requirePayment(order.id(), payment, request);
            throw wrongAmount;
        }
        return new Money(amount, offers.of(request.organizer(), request.event()).currency());
    }
}
