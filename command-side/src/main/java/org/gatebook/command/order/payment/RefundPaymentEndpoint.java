package org.gatebook.command.order.payment;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;
import static org.gatebook.web.form.kind.Types.money;

import java.math.BigDecimal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderCommand.RefundPayment;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.command.order.refund.AfterRefunds;
import org.gatebook.command.order.resource.ActionBodies;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
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

    RefundPaymentEndpoint(OrderResource orders, EventOffers offers, RefundedCards cards) {
        this.orders = orders;
        this.offers = offers;
        this.cards = cards;
    }

    @Reads(value = ActionBodies.class, constant = "REFUND")
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/payments/{payment}/refund/")
    Answer refund(ApiRequest request, @PathVariable String code, @PathVariable int payment) {
        FoundOrder order = orders.require(request, code);
        var command = new RefundPayment(
                order.id(), payment, amount(request, order, payment), AfterRefunds.ofPayment(request));
        return Answer.acted(orders.send(command), given -> {
            cards.credit(request, order, given);
            return Answer.okLater(() -> orders.refund(order.id(), given.localId(), request));
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
