package org.gatebook.query.order.list;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.Locale;
import java.util.Set;
import org.gatebook.api.order.OrderShape;
import org.gatebook.query.order.search.SearchedOrders;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.query.order.shown.StoredOrders;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.Filters;
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
    private final StoredOrders orders;
    private final OrderCounts counts;
    private final StatusCounts statuses;
    private final SearchedOrders searched;
    private final ShownOrders shown;

    OrderListEndpoint(
            JdbcClient jdbc,
            StoredOrders orders,
            OrderCounts counts,
            StatusCounts statuses,
            SearchedOrders searched,
            ShownOrders shown) {
        this.searched = searched;
        this.counts = counts;
        this.statuses = statuses;
        this.jdbc = jdbc;
        this.orders = orders;
        this.shown = shown;
    }

    @PageGenerated
    @Lists(value = OrderFilters.class, constant = "OF_EVENT")
    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/events/{event}/orders/")
    Answer list(ApiRequest request) {
        OrderShape shape =
                OrderShape.of(request.links().origin(), request.query().asMap(), true);
        ListQuery list = OrderFilters.OF_EVENT
                .read(request.query(), Lookups.none())
                .within(
                        "o.organizer = :organizer",
                        "organizer",
                        request.organizer().value())
                .within("o.event = :event", "event", request.event().value())
                .countedBy(() -> counts.of(request.organizer(), request.event()))
                .countedBy("status", () -> statuses.of(request.organizer(), request.event(), status(request)));
        Page<StoredOrders.Mark> page = searched.narrow(
                        list, request.query(), request.organizer(), Set.of(request.event()), "o.id")
                .page(jdbc, StoredOrders.Mark::read);
        return Answer.ok(page.with(shown.show(request.organizer(), orders.read(page.rows()), shape))
                .toJson(request.pageLinks()));
    }

    /** The status that the client asks for, as its filter understands it. */
    private static String status(ApiRequest request) {
        String asked = request.query().get("status");
        return asked == null ? "" : Filters.plain(asked).toLowerCase(Locale.ROOT);
    }
}
