package org.gatebook.catalogue.event;

import static org.gatebook.catalogue.crud.Resource.column;

import org.gatebook.web.filter.Filter;
import org.gatebook.web.filter.Filters;

/**
 * By what lists of events are narrowed. What ends when is asked of single events only: a series ends with its dates, whose
 * list has the same filters.
 */
final class EventFilters {

    /** When an event begins. */
    static final String DATE_FROM = "(document ->> 'date_from')::timestamptz";

    private static final String END = "coalesce((document ->> 'date_to')::timestamptz, " + DATE_FROM + ")";
    private static final String SINGLE = "NOT (document ->> 'has_subevents')::boolean";
    private static final String PAST = "(" + SINGLE + " AND " + END + " < clock_timestamp())";
    private static final String FUTURE = "(" + SINGLE + " AND " + END + " >= clock_timestamp())";

    static final Filter[] ALL = {
        flag("is_public"),
        flag("live"),
        flag("has_subevents"),
        flag("testmode"),
        Filters.flag("is_past", PAST),
        Filters.flag("is_future", FUTURE),
        Filters.moment("ends_after", SINGLE + " AND " + END + " >= :%s"),
        Filters.since("date_from_after", DATE_FROM),
        Filters.until("date_from_before", DATE_FROM),
        Filters.since("date_to_after", "(document ->> 'date_to')::timestamptz"),
        Filters.until("date_to_before", "(document ->> 'date_to')::timestamptz"),
        Filters.compared(
                "sales_channel",
                "(document ->> 'all_sales_channels')::boolean OR jsonb_exists(document -> 'limit_sales_channels',"
                        + " :%s)"),
        Filters.compared("search", matching("name") + " OR " + matching("slug") + " OR " + matching("location")),
    };

    private EventFilters() {}

    private static Filter flag(String field) {
        return Filters.flag(field, "(document ->> '" + field + "')::boolean");
    }

    private static String matching(String field) {
        return "position(upper(:%1$s) in upper(" + column(field) + ")) > 0";
    }
}
