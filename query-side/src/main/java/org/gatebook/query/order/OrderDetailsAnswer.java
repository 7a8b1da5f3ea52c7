package org.gatebook.query.order;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderQuery.FindFees;
import org.gatebook.api.order.OrderQuery.FindOrderDetails;
import org.gatebook.eventstore.InlineViews;
import org.springframework.stereotype.Component;

/** Answers what whoever changes a part of an order's details must know of the rest. */
@Component
class OrderDetailsAnswer {

    private final OrderReadModel orders;
    private final InlineViews views;

    OrderDetailsAnswer(OrderReadModel orders, InlineViews views) {
        this.orders = orders;
        this.views = views;
    }

    @QueryHandler
    Optional<OrderDetails> find(FindOrderDetails query) {
        return views.current(orders, query.order().aggregateId())
                .map(view -> view.details().sealed(query.order().subject()));
    }

    @QueryHandler
    Set<Long> find(FindFees query) {
        return views.current(orders, query.order().aggregateId())
                .map(view -> view.fees().stream()
                        .filter(fee -> !fee.canceled())
                        .map(fee -> fee.fee().id())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
