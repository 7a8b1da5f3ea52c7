package org.gatebook.query.order.money;

import java.util.List;
import java.util.Optional;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindOrder;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.OrderQuery.ShowOrder;
import org.gatebook.api.order.OrderShape;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.page.Page;
import org.gatebook.web.page.PageAsked;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The payments and refunds of an order are parts of it: few, and shown as the order shows them. */
@Component
class OrderMoney {

    /** The part of an order that holds its payments. */
    static final String PAYMENTS = "payments";

    /** The part of an order that holds its refunds. */
    static final String REFUNDS = "refunds";

    private final Questions questions;

    OrderMoney(Questions questions) {
        this.questions = questions;
    }

    /** One of them by its number within the order. */
    Optional<Object> one(OrganizerSlug organizer, OrderId order, String part, int localId, OrderShape shape) {
        return all(organizer, order, part, shape.origin()).stream()
                .filter(row -> row.get("local_id").asInt() == localId)
                .<Object>map(row -> row)
                .findFirst();
    }

    /** A page of those of the order that a request is about. */
    Answer list(ApiRequest request, String code, String part) {
        List<JsonNode> all = all(
                request.organizer(), order(request, code), part, request.links().origin());
        return Answer.ok(Page.of(all, PageAsked.of(request.query())).toJson(request.pageLinks()));
    }

    /** One of those of the order that a request is about. */
    Answer detail(ApiRequest request, String code, String part, int localId) {
        OrderShape shape = OrderShape.usual(request.links().origin());
        return one(request.organizer(), order(request, code), part, localId, shape)
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }

    private OrderId order(ApiRequest request, String code) {
        return questions
                .ask(new FindOrder(request.organizer(), request.event(), code))
                .map(FoundOrder::id)
                .orElseThrow(() -> ApiError.notFound().rejected());
    }

    /** All of them, by number. */
    private List<JsonNode> all(OrganizerSlug organizer, OrderId order, String part, String origin) {
        OrderShape only = new OrderShape(origin, false, false, false, List.of(part), List.of());
        return questions
                .ask(new ShowOrder(organizer, order, only))
                .map(shown -> ((JsonNode) shown).get(part).valueStream().toList())
                .orElse(List.of());
    }
}
