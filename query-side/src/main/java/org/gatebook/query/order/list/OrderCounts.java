package org.gatebook.query.order.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.TransactionalUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the orders of events and organizers. Counting all of them anew costs each full page of a list many times what the page costs;
 * a counter in a row would be written by every order and end group commit. So each node remembers how many there were up
 * to a position of the log below which nothing can appear any more, and counts on from there: exact at any moment, on any
 * node, and nothing is written.
 */
@Component
class OrderCounts {

    /** So many orders are counted on in less time than a page takes. */
    private static final long FAR = 500;

    private static final int EVENTS_REMEMBERED = 10_000;

    private static final Mark BEGINNING = new Mark(0, 0);

    private final JdbcClient jdbc;
    private final TransactionalUnit unit;
    private final EventReader events;
    private final Cache<Home, Mark> marks =
            Caffeine.newBuilder().maximumSize(EVENTS_REMEMBERED).build();

    OrderCounts(JdbcClient jdbc, TransactionalUnit unit, EventReader events) {
        this.jdbc = jdbc;
        this.unit = unit;
        this.events = events;
    }

    /**
     * Which rows were counted: another schema may hold others.
     *
     * @param event null for all of the organizer
     */
    private record Home(
            String schema,
            OrganizerSlug organizer,
            @Nullable EventSlug event) {}

    /** How many orders there were up to a position. */
    private record Mark(long position, long count) {}

    /** How many orders the event has, without deleted ones. */
    long of(OrganizerSlug organizer, EventSlug event) {
        return of(new Home(unit.entered().readSchema(), organizer, event));
    }

    /** How many orders all events of the organizer have, without deleted ones. */
    long of(OrganizerSlug organizer) {
        return of(new Home(unit.entered().readSchema(), organizer, null));
    }

    private long of(Home home) {
        if (unit.asOf() != null) {
            return countOn(home, BEGINNING, Long.MAX_VALUE);
        }
        Mark mark = marks.get(home, absent -> BEGINNING);
        long count = countOn(home, mark, Long.MAX_VALUE);
        if (count - mark.count() > FAR) {
            long horizon = events.horizon();
            marks.put(home, new Mark(horizon, countOn(home, mark, horizon)));
        }
        return count;
    }

    /** Deleting is the last that happens to an order, so its row's position says when it was. */
    private long countOn(Home home, Mark mark, long upTo) {
        String ofHome = home.event() == null ? "organizer = :organizer" : "organizer = :organizer AND event = :event";
        return jdbc.sql("""
            SELECT :count
                 + (SELECT count(*) FROM orders
                    WHERE %1$s AND NOT deleted AND placed_at > :mark AND placed_at <= :up_to)
                 + (SELECT count(*) FROM orders
                    WHERE %1$s AND deleted AND position > :up_to AND placed_at > :mark AND placed_at <= :up_to)
                 - (SELECT count(*) FROM orders
                    WHERE %1$s AND deleted AND position > :mark AND position <= :up_to AND placed_at <= :mark)
            """.formatted(ofHome))
                .param("count", mark.count())
                .param("organizer", home.organizer().value())
                .param("event", home.event() == null ? null : home.event().value())
                .param("mark", mark.position())
                .param("up_to", upTo)
                .query(Long.class)
                .single();
    }
}
