package org.gatebook.query.history.reason;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.List;
import org.gatebook.api.order.OrderEvent.OrderSplitFrom;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindOrder;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.history.ReachedStreams;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why an order has its status, its total and its money. */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class OrderWhyEndpoint {

    private final Questions questions;
    private final ReachedStreams streams;

    OrderWhyEndpoint(Questions questions, ReachedStreams streams) {
        this.questions = questions;
        this.streams = streams;
    }

    @Asks(name = "code", text = "The code of the order.")
    @Answers(status = 200, text = "The reasons, each with the events that led to it.")
    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orders/{code}/why/")
    Answer show(ApiRequest request, @PathVariable("code") String code) {
        return questions
                .ask(new FindOrder(request.organizer(), request.event(), code))
                .map(found -> Answer.ok(why(request, found.id())))
                .orElseGet(Answer::notFound);
    }

    private WhyAnswer why(ApiRequest request, OrderId order) {
        List<RecordedEvent> own = streams.of(order.aggregateId());
        List<String> origins = own.stream()
                .filter(event -> event.payload() instanceof OrderSplitFrom)
                .map(event -> ((OrderSplitFrom) event.payload()).from().aggregateId())
                .toList();
        Chronicle story = Chronicle.of(own, streams.relatedTo(request, origins));
        return WhyAnswer.of(order.aggregateId(), story, OrderReasons.of(story, order));
    }
}
