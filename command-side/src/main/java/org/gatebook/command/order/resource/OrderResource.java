package org.gatebook.command.order.resource;

import java.util.List;
import java.util.Map;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.order.OrderCommand;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindOrder;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.OrderQuery.PreviewOrder;
import org.gatebook.api.order.OrderQuery.ShowOrder;
import org.gatebook.api.order.OrderQuery.ShowPayment;
import org.gatebook.api.order.OrderQuery.ShowPosition;
import org.gatebook.api.order.OrderQuery.ShowRefund;
import org.gatebook.api.order.OrderShape;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.ticket.IssuedTicket;
import org.gatebook.command.order.giftcard.SoldGiftCards;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The order that a request is about: found by its code, told what to do, and shown as the query side shows it. */
@Component
public class OrderResource {

    private final Questions questions;
    private final CommandSender commands;
    private final SoldGiftCards cards;

    OrderResource(Questions questions, CommandSender commands, SoldGiftCards cards) {
        this.questions = questions;
        this.commands = commands;
        this.cards = cards;
    }

    /**
     * The order of this code in the event of the path.
     *
     * @throws org.gatebook.web.error.Rejected with 404
     */
    public FoundOrder require(ApiRequest request, String code) {
        return questions
                .ask(new FindOrder(request.organizer(), request.event(), code))
                .orElseThrow(() -> ApiError.notFound().rejected());
    }

    /** Does it, and answers with the order as it is then. */
    public Answer changed(ApiRequest request, OrderCommand<OrderId> command) {
        return Answer.acted(commands.send(command), order -> Answer.okLater(() -> shown(order, request)));
    }

    /** The same for what may make an order paid, which then gets what it has bought. */
    public Answer settled(ApiRequest request, FoundOrder found, OrderCommand<OrderId> command) {
        return Answer.acted(commands.send(command), order -> {
            deliver(found);
            return Answer.okLater(() -> shown(order, request));
        });
    }

    /** Gives a paid order what it has bought and not yet got. */
    public void deliver(FoundOrder order) {
        cards.issue(order.id());
    }

    /**
     * Ends the request if the order has no such payment.
     *
     * @throws org.gatebook.web.error.Rejected with 404
     */
    public void requirePayment(OrderId order, int localId, ApiRequest request) {
        if (questions
                .ask(new ShowPayment(request.organizer(), order, localId, shape(request)))
                .isEmpty()) {
            throw ApiError.notFound().rejected();
        }
    }

    /** Lets the order decide. */
    public <R> Decision<R> send(AggregateCommand<R> command) {
        return commands.send(command);
    }

    /** The order after what this request did to it, in the form that the client asked for. */
    public Object shown(OrderId order, ApiRequest request) {
        return questions
                .ask(new ShowOrder(request.organizer(), order, shape(request)))
                .orElseThrow();
    }

    /** An order that is only simulated, as if it had been placed. */
    public Object preview(
            PlacedOrder order,
            @Nullable String wantedCode,
            OrderStatus status,
            List<IssuedTicket> tickets,
            ApiRequest request) {
        return questions.ask(new PreviewOrder(order, wantedCode, status, tickets, shape(request)));
    }

    /** A position after what this request did to it. */
    public Object position(long position, ApiRequest request) {
        return questions
                .ask(new ShowPosition(request.organizer(), request.event(), position, shape(request)))
                .orElseThrow();
    }

    /** A payment after what this request did to it. */
    public Object payment(OrderId order, int localId, ApiRequest request) {
        return questions
                .ask(new ShowPayment(request.organizer(), order, localId, shape(request)))
                .orElseThrow();
    }

    /** A refund after what this request did to it. */
    public Object refund(OrderId order, int localId, ApiRequest request) {
        return questions
                .ask(new ShowRefund(request.organizer(), order, localId, shape(request)))
                .orElseThrow();
    }

    private static OrderShape shape(ApiRequest request) {
        return OrderShape.of(
                request.links().to(""),
                Map.of(
                        "include_canceled_positions", request.query().all("include_canceled_positions"),
                        "include_canceled_fees", request.query().all("include_canceled_fees"),
                        "pdf_data", request.query().all("pdf_data"),
                        "include", request.query().all("include"),
                        "exclude", request.query().all("exclude")),
                request.permissions().contains(Permission.CAN_VIEW_ORDERS));
    }
}
