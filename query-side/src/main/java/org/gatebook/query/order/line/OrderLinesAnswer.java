package org.gatebook.query.order.line;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.order.OrderQuery.FindLines;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.InlineViews;
import org.springframework.stereotype.Component;

/** Answers what whoever changes positions must know of them. */
@Component
class OrderLinesAnswer {

    private final OrderLineReadModel lines;
    private final InlineViews views;

    OrderLinesAnswer(OrderLineReadModel lines, InlineViews views) {
        this.lines = lines;
        this.views = views;
    }

    @QueryHandler
    List<KnownLine> find(FindLines query) {
        return views.current(lines, query.order().aggregateId())
                .map(order ->
                        order.lines().stream().map(OrderLinesAnswer::known).toList())
                .orElse(List.of());
    }

    private static KnownLine known(LineView line) {
        return new KnownLine(
                line.id(),
                line.positionid(),
                line.item(),
                line.variation(),
                line.subevent(),
                line.voucher(),
                line.addonTo(),
                line.canceled() || line.movedOn(),
                Personal.of(SubjectId.of("position", line.id()), line.attendee()));
    }
}
