package org.gatebook.query.order.list;

import static org.gatebook.web.filter.Filters.compared;
import static org.gatebook.web.filter.Filters.flag;
import static org.gatebook.web.filter.Filters.moment;
import static org.gatebook.web.filter.Filters.numbered;
import static org.gatebook.web.filter.Filters.since;
import static org.gatebook.web.filter.Filters.text;
import static org.gatebook.web.filter.Filters.textIgnoringCase;

import org.gatebook.catalogue.subevent.SubeventMoments;
import org.gatebook.query.order.search.OrderSearch;
import org.gatebook.query.order.shown.StoredOrder;
import org.gatebook.query.order.shown.StoredOrders;
import org.gatebook.web.filter.ListDeclaration;

/**
 * How lists of orders are narrowed and ordered (behaviour notes, orders 5.2 to 5.4). A position counts for the filters
 * by product and date even if it was cancelled, and an order comes once however many of its positions fit.
 */
final class OrderFilters {

    private static final String WITH_LINE =
            "exists (select from order_line f where f.order_id = o.id and not f.moved_on and f.%s = :%%s)";

    /** That touches name their event too lets an order by time, or a part of it, begin with them. */
    private static final String SOURCE = StoredOrder.SOURCE + " and m.organizer = o.organizer and m.event = o.event";

    private static final String IN_DATES =
            "o.id in (select f.order_id from order_line f where not f.moved_on and f.subevent in (%s))";

    /** The orders of an event; the parameters {@code organizer} and {@code event} say which. */
    static final ListDeclaration OF_EVENT = declaration("f.organizer = :organizer and f.event = :event");

    /** The orders of an organizer; the parameter {@code organizer} says which. */
    static final ListDeclaration OF_ORGANIZER = declaration("f.organizer = :organizer");

    private OrderFilters() {}

    private static ListDeclaration declaration(String scope) {
        return ListDeclaration.of(StoredOrders.Mark.COLUMNS, SOURCE, "o.id")
                .rowsFoundFirst("(select * from orders where not deleted) o", "m.")
                .usually("o.datetime, o.id desc")
                .orderedBy("datetime", "o.datetime")
                .orderedBy("code", "o.code")
                .orderedBy("status", "o.status")
                .orderedBy("last_modified", "m.last_modified")
                .filteredBy(
                        compared("code", "o.code = upper(:%s)"),
                        compared("status", "o.status = lower(:%s)"),
                        textIgnoringCase("email", "o.email"),
                        text("locale", "o.locale"),
                        flag("testmode", "o.testmode"),
                        flag("require_approval", "o.require_approval"),
                        text("customer", "o.customer"),
                        text("sales_channel", "o.sales_channel"),
                        compared("payment_provider", ":%s = any (o.providers)"),
                        numbered("item", WITH_LINE.formatted("item")),
                        numbered("variation", WITH_LINE.formatted("variation")),
                        numbered("subevent", WITH_LINE.formatted("subevent")),
                        moment("subevent_after", IN_DATES.formatted(SubeventMoments.ENDING_AFTER)),
                        moment("subevent_before", IN_DATES.formatted(SubeventMoments.BEGINNING_BEFORE)),
                        since("modified_since", "m.last_modified"),
                        since("created_since", "o.datetime"),
                        moment("created_before", "o.datetime < :%s"),
                        OrderSearch.within(scope));
    }
}
