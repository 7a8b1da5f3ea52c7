package org.gatebook.query.history.diff;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.Optional;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindOrder;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.OrderQuery.ShowOrder;
import org.gatebook.api.order.OrderShape;
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

/** What is different about an order between two points; takes the parameters of the order's own address as well. */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class OrderDiffEndpoint {

    private final Questions questions;
    private final PointsInTime points;
    private final Stories stories;

    OrderDiffEndpoint(Questions questions, PointsInTime points, Stories stories) {
        this.questions = questions;
        this.points = points;
        this.stories = stories;
    }

    @Asks(name = "code", text = "The code of the order.")
    @Asks(name = Span.FROM, text = Span.MEANING_OF_FROM)
    @Asks(name = Span.TO, text = Span.MEANING_OF_TO)
    @Asks(name = "page", text = Span.MEANING_OF_PAGE)
    @Asks(name = "page_size", text = Span.MEANING_OF_PAGE)
    @Answers(status = 200, text = Diff.MEANING)
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/diff/")
    Answer show(ApiRequest request, @PathVariable("code") String code) {
        OrderShape shape =
                OrderShape.of(request.links().origin(), request.query().asMap(), true);
        FindOrder find = new FindOrder(request.organizer(), request.event(), code);
        return Diff.of(
                request,
                Span.of(request, points),
                () -> id(find).map(OrderId::aggregateId),
                () -> id(find).flatMap(id -> questions.ask(new ShowOrder(request.organizer(), id, shape))),
                stories::ofOrder);
    }

    private Optional<OrderId> id(FindOrder find) {
        return questions.ask(find).map(FoundOrder::id);
    }
}
