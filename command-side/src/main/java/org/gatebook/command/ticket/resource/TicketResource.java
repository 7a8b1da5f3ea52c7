package org.gatebook.command.ticket.resource;

import org.gatebook.api.decision.Decision;
import org.gatebook.api.order.OrderQuery.ShowPosition;
import org.gatebook.api.order.OrderShape;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketQuery.FindTicketOfEvent;
import org.gatebook.api.ticket.TicketQuery.KnownTicket;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;

/** The ticket that a request is about: found by its position's number, and shown as the position that it belongs to. */
@Component
public class TicketResource {

    private final Questions questions;

    TicketResource(Questions questions) {
        this.questions = questions;
    }

    /**
     * The ticket of this position in the event of the path.
     *
     * @throws org.gatebook.web.error.Rejected with 404
     */
    public KnownTicket require(ApiRequest request, long position) {
        return questions
                .ask(new FindTicketOfEvent(request.organizer(), request.event(), new TicketId(position)))
                .orElseThrow(() -> ApiError.notFound().rejected());
    }

    /** Answers with the position as it is after the decision. */
    public Answer changed(ApiRequest request, Decision<TicketId> decision) {
        return Answer.decided(decision, ticket -> Answer.okLater(() -> shown(request, ticket)));
    }

    private Object shown(ApiRequest request, TicketId ticket) {
        OrderShape shape = OrderShape.of(
                request.links().origin(),
                request.query().asMap(),
                request.permissions().contains(Permission.CAN_VIEW_ORDERS));
        return questions
                .ask(new ShowPosition(request.organizer(), request.event(), ticket.number(), shape))
                .orElseThrow();
    }
}
