package org.gatebook.query.checkin.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.catalogue.checkin.CheckinListPlaces.PlacedList;
import org.gatebook.web.filter.Condition;

/**
 * The positions that a check-in list is about (behaviour notes, check-in 4.1): not cancelled, of its date and products,
 * and of orders that are paid or good enough. In SQL of positions {@code l} and orders {@code o}.
 */
final class Population {

    /** Orders that every list includes. */
    static final String GOOD = "o.status = 'p' or (o.status = 'n' and o.valid_if_pending)";

    private Population() {}

    /**
     * The positions of these lists, each of another event.
     *
     * @param anyStatus whether it does not matter how the order stands
     */
    static Condition of(OrganizerSlug organizer, List<PlacedList> lists, boolean anyStatus) {
        Map<String, Object> params = new HashMap<>();
        List<String> alternatives = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            alternatives.add(
                    "(" + of(lists.get(i).offer().event(), lists.get(i).list(), anyStatus, "_" + i, params) + ")");
        }
        params.put("organizer", organizer.value());
        params.put("lists", lists.stream().map(list -> list.list().id()).toList());
        return new Condition(
                "l.organizer = :organizer and t.order_id = l.order_id and not l.canceled and ("
                        + String.join(" or ", alternatives) + ")",
                params);
    }

    private static String of(
            EventSlug event, CheckinList list, boolean anyStatus, String suffix, Map<String, Object> params) {
        StringBuilder sql = new StringBuilder("l.event = :event").append(suffix);
        params.put("event" + suffix, event.value());
        if (list.subevent() != null) {
            sql.append(" and l.subevent = :date").append(suffix);
            params.put("date" + suffix, list.subevent());
        }
        if (!anyStatus) {
            sql.append(list.includePending() ? " and o.status in ('p', 'n')" : " and (" + GOOD + ")");
        }
        if (!list.allProducts()) {
            sql.append(" and l.item = any (:items").append(suffix).append(")");
            params.put("items" + suffix, list.limitProducts().toArray(Long[]::new));
        }
        return sql.toString();
    }
}
