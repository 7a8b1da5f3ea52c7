package org.gatebook.catalogue.subevent;

import static org.gatebook.catalogue.crud.Resource.column;

import java.util.Arrays;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.web.filter.Filter;
import org.gatebook.web.filter.Filters;

/** By what lists of dates are narrowed. */
final class SubeventFilters {

    /** When a date begins. */
    static final String DATE_FROM = "(resource.document ->> 'date_from')::timestamptz";

    private static final String END = "coalesce((resource.document ->> 'date_to')::timestamptz, " + DATE_FROM + ")";

    private static final Filter[] COMMON = {
        Filters.flag("is_public", Resource.flag("is_public")),
        Filters.flag("active", Resource.flag("active")),
        Filters.flag("event__live", ofEvent("(e.document ->> 'live')::boolean")),
        Filters.flag("is_past", END + " < clock_timestamp()"),
        Filters.flag("is_future", END + " >= clock_timestamp()"),
        Filters.since("ends_after", END),
        Filters.since("modified_since", Stamps.COLUMN),
        Filters.since("date_from_after", DATE_FROM),
        Filters.until("date_from_before", DATE_FROM),
        Filters.since("date_to_after", "(resource.document ->> 'date_to')::timestamptz"),
        Filters.until("date_to_before", "(resource.document ->> 'date_to')::timestamptz"),
        Filters.compared("sales_channel", ofEvent("""
            ((e.document ->> 'all_sales_channels')::boolean
             OR jsonb_exists(e.document -> 'limit_sales_channels', :%s))\
            """)),
    };

    private SubeventFilters() {}

    /**
     * All of them.
     *
     * @param ofOrganizer whether the list is of many events, whose names then count in a search
     */
    static Filter[] all(boolean ofOrganizer) {
        String search = matching(column("name")) + " OR " + matching(column("location"));
        Filter[] all = Arrays.copyOf(COMMON, COMMON.length + 1);
        all[COMMON.length] =
                Filters.compared("search", ofOrganizer ? search + " OR " + matching("resource.event") : search);
        return all;
    }

    private static String ofEvent(String condition) {
        return """
            EXISTS (SELECT FROM ops.resource e
                    WHERE e.kind = 'event' AND e.organizer = resource.organizer AND e.event = resource.event
                      AND NOT e.deleted AND %s)\
            """.formatted(condition);
    }

    private static String matching(String text) {
        return "position(upper(:%1$s) in upper(" + text + ")) > 0";
    }
}
