package org.gatebook.query.order.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.PlaceQuery.CountExitedPlaces;
import org.gatebook.api.order.PlaceQuery.CountPendingPlaces;
import org.gatebook.api.order.PlaceQuery.CountPlaces;
import org.gatebook.api.order.PlaceQuery.TakenPlaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts positions that take a place. */
@Component
class PlaceAnswers {

    private final JdbcClient jdbc;

    PlaceAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    List<TakenPlaces> count(CountPlaces query) {
        return count("o.status IN ('n', 'p')", query.organizer(), query.event(), query.items());
    }

    @QueryHandler
    List<TakenPlaces> count(CountPendingPlaces query) {
        return count("o.status = 'n'", query.organizer(), query.event(), query.items());
    }

    @QueryHandler
    List<TakenPlaces> count(CountExitedPlaces query) {
        return jdbc.sql("""
            SELECT l.item, l.variation, l.subevent, count(*) AS count
            FROM (
                SELECT ticket FROM checkin WHERE list = ANY (:lists) AND successful
                GROUP BY ticket
                HAVING max(datetime) FILTER (WHERE type = 'exit') > max(datetime) FILTER (WHERE type = 'entry')
            ) gone
            JOIN order_line l ON l.id = gone.ticket AND NOT l.canceled AND l.item = ANY (:items)
            JOIN orders o ON o.id = l.order_id AND o.status IN ('n', 'p') AND NOT o.deleted
            WHERE l.organizer = :organizer AND l.event = :event
            GROUP BY l.item, l.variation, l.subevent
            """)
                .param("organizer", query.organizer().value())
                .param("event", query.event().value())
                .param("items", query.items().toArray(Long[]::new))
                .param("lists", query.lists().toArray(Long[]::new))
                .query((row, number) -> taken(row))
                .list();
    }

    private List<TakenPlaces> count(String status, OrganizerSlug organizer, EventSlug event, Set<Long> items) {
        return jdbc.sql("""
            SELECT l.item, l.variation, l.subevent, count(*) AS count
            FROM orders o
            JOIN order_line l ON l.order_id = o.id
            WHERE o.organizer = :organizer AND o.event = :event AND NOT o.deleted AND %s
              AND NOT l.canceled AND l.item = ANY (:items)
            GROUP BY l.item, l.variation, l.subevent
            """.formatted(status))
                .param("organizer", organizer.value())
                .param("event", event.value())
                .param("items", items.toArray(Long[]::new))
                .query((row, number) -> taken(row))
                .list();
    }

    private static TakenPlaces taken(ResultSet row) throws SQLException {
        return new TakenPlaces(
                row.getLong("item"),
                row.getObject("variation", Long.class),
                row.getObject("subevent", Long.class),
                row.getLong("count"));
    }
}
