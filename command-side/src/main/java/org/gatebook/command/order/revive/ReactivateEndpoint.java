package org.gatebook.command.order.revive;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.giftcard.GiftCardSale;
import org.gatebook.api.order.OrderCommand.ReactivateOrder;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.command.order.giftcard.SoldGiftCards;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a cancellation back (behaviour notes, orders 12.10). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class ReactivateEndpoint {

    private final OrderResource orders;
    private final SoldGiftCards cards;

    ReactivateEndpoint(OrderResource orders, SoldGiftCards cards) {
        this.orders = orders;
        this.cards = cards;
    }

    @Reads(Reads.Nothing.class)
    @PostMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/reactivate/")
    Answer reactivate(ApiRequest request, @PathVariable String code) {
        FoundOrder order = orders.require(request, code);
        GiftCardSale sale = cards.soldWith(order.id());
        return Answer.acted(orders.send(new ReactivateOrder(order.id(), request.now())), valid -> {
            cards.fillAgain(sale);
            orders.deliver(order);
            return Answer.okLater(() -> orders.shown(valid, request));
        });
    }
}
