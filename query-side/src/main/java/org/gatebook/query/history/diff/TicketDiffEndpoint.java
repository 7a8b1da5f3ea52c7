package org.gatebook.query.history.diff;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.Optional;
import org.gatebook.api.order.OrderQuery.ShowPosition;
import org.gatebook.api.order.OrderShape;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PointsInTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is different about an order position and its ticket between two points. */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class TicketDiffEndpoint {

    private final Questions questions;
    private final PointsInTime points;
    private final Stories stories;

    TicketDiffEndpoint(Questions questions, PointsInTime points, Stories stories) {
        this.questions = questions;
        this.points = points;
        this.stories = stories;
    }

    @Asks(name = "id", text = "The number of the position.")
    @Asks(name = Span.FROM, text = Span.MEANING_OF_FROM)
    @Asks(name = Span.TO, text = Span.MEANING_OF_TO)
    @Asks(name = "page", text = Span.MEANING_OF_PAGE)
    @Asks(name = "page_size", text = Span.MEANING_OF_PAGE)
    @Answers(status = 200, text = Diff.MEANING)
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orderpositions/{id}/diff/")
    Answer show(ApiRequest request, @PathVariable("id") long id) {
        OrderShape shape =
                OrderShape.of(request.links().origin(), request.query().asMap(), true);
        return Diff.of(
                request,
                Span.of(request, points),
                () -> Optional.of(new TicketId(id).aggregateId()),
                () -> questions.ask(new ShowPosition(request.organizer(), request.event(), id, shape)),
                stories::ofTicket);
    }
}
