package org.gatebook.command.order.delete;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.order.OrderCommand.DeleteTestOrder;
import org.gatebook.api.order.OrderId;
import org.gatebook.command.order.giftcard.OwnedGiftCards;
import org.gatebook.command.order.medium.TicketMedia;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Deletes an order that was a test (behaviour notes, orders 6.4). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class DeleteOrderEndpoint {

    private final OrderResource orders;
    private final TicketMedia media;
    private final OwnedGiftCards cards;

    DeleteOrderEndpoint(OrderResource orders, TicketMedia media, OwnedGiftCards cards) {
        this.orders = orders;
        this.media = media;
        this.cards = cards;
    }

    @DeleteMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/")
    Answer delete(ApiRequest request, @PathVariable String code) {
        OrderId order = orders.require(request, code).id();
        return Answer.decided(orders.send(new DeleteTestOrder(order, request.now())), deleted -> {
            media.letGo(order);
            cards.letGo(order, request.now());
            return Answer.noContent();
        });
    }
}
