package org.gatebook.query.order.position;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import org.gatebook.api.order.OrderQuery.ShowPosition;
import org.gatebook.api.order.OrderShape;
import org.gatebook.eventstore.Questions;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.query.order.shown.StoredPosition;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The positions of an event's orders (behaviour notes, orders 5.8 and 15.1). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class OrderPositionEndpoint {

    private static final String POSITIONS = "/api/v1/organizers/{organizer}/events/{event}/orderpositions/";

    private final JdbcClient jdbc;
    private final PositionFilters filters;
    private final ShownOrders shown;
    private final Questions questions;

    OrderPositionEndpoint(JdbcClient jdbc, PositionFilters filters, ShownOrders shown, Questions questions) {
        this.jdbc = jdbc;
        this.filters = filters;
        this.shown = shown;
        this.questions = questions;
    }

    @Lists(PositionFilters.class)
    @AboutThePast
    @GetMapping(POSITIONS)
    Answer list(ApiRequest request) {
        OrderShape shape = shape(request);
        Page<StoredPosition> page =
                filters.read(request, shape.canceledPositions()).page(jdbc, StoredPosition::read);
        return Answer.ok(page.with(shown.showPositions(request.organizer(), page.rows(), shape))
                .toJson(request.pageLinks()));
    }

    @AboutThePast
    @GetMapping(POSITIONS + "{id}/")
    Answer show(ApiRequest request, @PathVariable("id") long id) {
        return questions
                .ask(new ShowPosition(request.organizer(), request.event(), id, shape(request)))
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }

    private static OrderShape shape(ApiRequest request) {
        return OrderShape.of(request.links().origin(), request.query().asMap(), true);
    }
}
