package org.gatebook.query.order.list;

import java.util.List;
import org.gatebook.api.order.OrderShape;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.query.order.shown.StoredOrder;
import org.gatebook.query.order.shown.StoredOrders;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Lists;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.ListQuery;
import org.gatebook.web.filter.ReachedEvents;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PageGenerated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The orders of an organizer, of the events in which the client may view them; who may nowhere sees an empty list
 * (behaviour notes, orders 5.7).
 */
@RestController
@ApiResource(
        scope = Scope.ORGANIZER,
        read = {},
        write = {})
class OrganizerOrdersEndpoint {

    private static final String ORDERS = "/api/v1/organizers/{organizer}/orders/";

    private final JdbcClient jdbc;
    private final StoredOrders orders;
    private final OrderCounts counts;
    private final ShownOrders shown;

    OrganizerOrdersEndpoint(JdbcClient jdbc, StoredOrders orders, OrderCounts counts, ShownOrders shown) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.counts = counts;
        this.shown = shown;
    }

    @PageGenerated
    @Lists(value = OrderFilters.class, constant = "OF_ORGANIZER")
    @AboutThePast
    @GetMapping(ORDERS)
    Answer list(ApiRequest request) {
        ListQuery list = OrderFilters.OF_ORGANIZER
                .read(request.query(), Lookups.none())
                .within(
                        "o.organizer = :organizer",
                        "organizer",
                        request.organizer().value());
        Page<StoredOrders.Mark> page = (mayViewAll(request)
                        ? list.countedBy(() -> counts.of(request.organizer()))
                        : list.within(reached(request)))
                .page(jdbc, StoredOrders.Mark::read);
        return Answer.ok(page.with(shown.show(request.organizer(), orders.read(page.rows()), shape(request)))
                .toJson(request.pageLinks()));
    }

    @AboutThePast
    @GetMapping(ORDERS + "{code}/")
    Answer show(ApiRequest request, @PathVariable("code") String code) {
        Condition reached = reached(request);
        List<StoredOrder> found = jdbc.sql("select " + StoredOrder.COLUMNS + " from " + StoredOrder.SOURCE
                        + " where o.organizer = :organizer and o.code = :code and " + reached.sql())
                .param("organizer", request.organizer().value())
                .param("code", code)
                .params(reached.params())
                .query(StoredOrder::read)
                .list();
        return shown.show(request.organizer(), found, shape(request)).stream()
                .findFirst()
                .map(Answer::ok)
                .orElseGet(Answer::notFound);
    }

    /** The texts of printed tickets are shown at the event only. */
    private static OrderShape shape(ApiRequest request) {
        return OrderShape.of(request.links().origin(), request.query().asMap(), false);
    }

    private static boolean mayViewAll(ApiRequest request) {
        return request.permissions().contains(Permission.CAN_VIEW_ORDERS)
                && ReachedEvents.includeAll(request.credential());
    }

    private static Condition reached(ApiRequest request) {
        return request.permissions().contains(Permission.CAN_VIEW_ORDERS)
                ? ReachedEvents.of(request.credential(), "o.event")
                : Condition.of("false");
    }
}
