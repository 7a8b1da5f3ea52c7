package org.gatebook.command.order.position;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderCommand.CancelLine;
import org.gatebook.api.order.OrderCommand.GiftCardSale;
import org.gatebook.api.order.OrderQuery.FindPosition;
import org.gatebook.api.order.OrderQuery.FoundPosition;
import org.gatebook.api.ticket.TicketCommand.CancelTicket;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.command.order.giftcard.SoldGiftCards;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.command.ticket.secret.SecretReplacement;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Takes a position and its add-ons out of its order (behaviour notes, orders 15.5); refusals come as a list. */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class CancelPositionEndpoint {

    private final OrderResource orders;
    private final Questions questions;
    private final EventOffers offers;
    private final SecretReplacement secrets;
    private final SoldGiftCards cards;

    CancelPositionEndpoint(
            OrderResource orders,
            Questions questions,
            EventOffers offers,
            SecretReplacement secrets,
            SoldGiftCards cards) {
        this.orders = orders;
        this.questions = questions;
        this.offers = offers;
        this.secrets = secrets;
        this.cards = cards;
    }

    @DeleteMapping("/api/v1/organizers/{organizer}/events/{event}/orderpositions/{id}/")
    Answer cancel(ApiRequest request, @PathVariable("id") long position) {
        FoundPosition found = questions
                .ask(new FindPosition(
                        request.organizer(),
                        request.event(),
                        position,
                        request.query().isTrue("include_canceled_positions")))
                .orElseThrow(() -> ApiError.notFound().rejected());
        var command = new CancelLine(found.order().id(), position, request.clientId(), request.now());
        GiftCardSale sale = cards.soldWith(found.order().id(), position);
        return Answer.decided(orders.send(command), canceled -> {
            String used = cards.takeBack(sale);
            if (used != null) {
                return Answer.of(ApiError.list("A position can not be canceled since the gift card " + used
                        + " purchased in this order has already been redeemed."));
            }
            EventOffer offer = offers.of(request.organizer(), request.event());
            canceled.stream().map(TicketId::new).forEach(ticket -> {
                orders.send(new CancelTicket(ticket));
                secrets.revoke(offer, ticket);
            });
            return Answer.noContent();
        });
    }
}
