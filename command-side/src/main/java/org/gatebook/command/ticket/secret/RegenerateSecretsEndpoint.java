package org.gatebook.command.ticket.secret;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.order.OrderCommand.ReplaceOrderSecret;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.TicketQuery.FindTicketsOfOrder;
import org.gatebook.api.ticket.TicketQuery.KnownTicket;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.command.order.resource.OrderResource;
import org.gatebook.command.ticket.resource.TicketResource;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * New secrets, because somebody knows them who should not: of one ticket (behaviour notes, orders 15.6), or of an order and
 * all its tickets, cancelled ones too (12.11).
 */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class RegenerateSecretsEndpoint {

    private static final String EVENT = "/api/v1/organizers/{organizer}/events/{event}/";

    private final EventOffers offers;
    private final OrderResource orders;
    private final TicketResource tickets;
    private final SecretReplacement secrets;
    private final RandomCodes random;
    private final Questions questions;

    RegenerateSecretsEndpoint(
            EventOffers offers,
            OrderResource orders,
            TicketResource tickets,
            SecretReplacement secrets,
            RandomCodes random,
            Questions questions) {
        this.offers = offers;
        this.orders = orders;
        this.tickets = tickets;
        this.secrets = secrets;
        this.random = random;
        this.questions = questions;
    }

    @Reads(Reads.Nothing.class)
    @PostMapping(EVENT + "orderpositions/{position}/regenerate_secrets/")
    Answer ofTicket(ApiRequest request, @PathVariable("position") long position) {
        KnownTicket ticket = tickets.require(request, position);
        EventOffer offer = offers.of(request.organizer(), request.event());
        return tickets.changed(request, secrets.replace(offer, ticket.id(), ticket.terms()));
    }

    @Reads(Reads.Nothing.class)
    @PostMapping(EVENT + "orders/{code}/regenerate_secrets/")
    Answer ofOrder(ApiRequest request, @PathVariable("code") String code) {
        OrderId order = orders.require(request, code).id();
        EventOffer offer = offers.of(request.organizer(), request.event());
        for (KnownTicket ticket : questions.ask(new FindTicketsOfOrder(request.organizer(), order))) {
            secrets.replace(offer, ticket.id(), ticket.terms());
        }
        String secret = random.orderSecret();
        return orders.changed(request, new ReplaceOrderSecret(order, Personal.bearer(order.subject(), secret)));
    }
}
