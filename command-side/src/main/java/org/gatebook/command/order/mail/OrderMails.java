package org.gatebook.command.order.mail;

import java.util.Set;
import java.util.function.Supplier;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.EventTerms;
import org.gatebook.api.order.OrderCommand.NameStatus;
import org.gatebook.api.order.OrderCommand.PlaceOrder;
import org.gatebook.api.order.OrderCommand.RequestMail;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderMail;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets people know what a request did to their order. To be called in the unit in which it happened, after it happened:
 * whatever ends the unit ends the mail with it. Nothing is sent here (ADR 0033).
 */
@Component
public class OrderMails {

    private final EventOffers offers;
    private final CommandSender commands;

    OrderMails(EventOffers offers, CommandSender commands) {
        this.offers = offers;
        this.commands = commands;
    }

    /** Tells that it was placed, and that it is paid if that came with it (behaviour notes, orders 7.12). */
    public void placed(ApiRequest request, PlaceOrder placed) {
        OrderId order = placed.order();
        if (placed.placed().requireApproval()) {
            tell(request, order, OrderMail.PLACED_FOR_APPROVAL);
        } else if (placed.paidForNothing()) {
            tell(request, order, OrderMail.PLACED_FREE);
        } else {
            tell(request, order, OrderMail.PLACED);
            if (placed.wish().paid()) {
                tell(request, order, OrderMail.PAID);
            }
        }
    }

    /** Tells that money has arrived, where buyers are told (behaviour notes, orders 14.1). */
    public void paid(ApiRequest request, OrderId order) {
        EventTerms.Mails terms = terms(request);
        tell(request, order, OrderMail.PAID, terms, terms.channels());
    }

    /** Does what may make the order paid, and tells of it if it did: not every payment covers what is owed. */
    public <R> Decision<R> paidBy(ApiRequest request, OrderId order, boolean wanted, Supplier<Decision<R>> payment) {
        boolean unpaid = wanted && status(order) != OrderStatus.PAID;
        Decision<R> decision = payment.get();
        if (unpaid && decision instanceof Decision.Accepted<R> && status(order) == OrderStatus.PAID) {
            paid(request, order);
        }
        return decision;
    }

    /** Tells that the organizer said yes (behaviour notes, orders 12.7): an order that costs nothing is paid by that. */
    public void approved(ApiRequest request, OrderId order) {
        boolean paid = status(order) == OrderStatus.PAID;
        tell(request, order, paid ? OrderMail.APPROVED_FREE : OrderMail.APPROVED);
    }

    /** Tells of this, whatever the sales channel. */
    public void tell(ApiRequest request, OrderId order, OrderMail mail) {
        tell(request, order, mail, terms(request), null);
    }

    private void tell(
            ApiRequest request, OrderId order, OrderMail mail, EventTerms.Mails terms, @Nullable Set<String> channels) {
        boolean attendees = terms.toAttendees().contains(mail);
        commands.send(new RequestMail(
                order, mail, attendees, channels, request.links().origin()));
    }

    private EventTerms.Mails terms(ApiRequest request) {
        return offers.of(request.organizer(), request.event()).terms().mails();
    }

    private @Nullable OrderStatus status(OrderId order) {
        return commands.send(new NameStatus(order)) instanceof Decision.Accepted<OrderStatus> known
                ? known.result()
                : null;
    }
}
