package org.gatebook.query.order.list;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.Set;
import org.gatebook.api.order.OrderShape;
import org.gatebook.query.order.search.SearchedOrders;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.query.order.shown.StoredOrder;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.ListQuery;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PageGenerated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The orders of an event, the oldest first (behaviour notes, orders 5). */
@RestController
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
class OrderListEndpoint {

    private final JdbcClient jdbc;
    private final OrderCounts counts;
    private final SearchedOrders searched;
    private final ShownOrders shown;

    OrderListEndpoint(JdbcClient jdbc, OrderCounts counts, SearchedOrders searched, ShownOrders shown) {
        this.searched = searched;
        this.counts = counts;
        this.jdbc = jdbc;
        this.shown = shown;
    }

    @PageGenerated
    @Lists(value = OrderFilters.class, constant = "OF_EVENT")
    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orders/")
    Answer list(ApiRequest request) {
        OrderShape shape =
                OrderShape.of(request.links().origin(), request.query().asMap(), true);
        ListQuery orders = OrderFilters.OF_EVENT
                .read(request.query(), Lookups.none())
                .within(
                        "o.organizer = :organizer",
                        "organizer",
                        request.organizer().value())
                .within("o.event = :event", "event", request.event().value())
                .countedBy(() -> counts.of(request.organizer(), request.event()));
        Page<StoredOrder> page = searched.narrow(
                        orders, request.query(), request.organizer(), Set.of(request.event()), "o.id")
                .page(jdbc, StoredOrder::read);
        return Answer.ok(
                page.with(shown.show(request.organizer(), page.rows(), shape)).toJson(request.pageLinks()));
    }
}
