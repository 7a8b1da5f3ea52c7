package org.gatebook.query.order.list;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.log.PageClock;
import org.gatebook.query.order.follow.FollowedValues;
import org.gatebook.query.order.follow.Followings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the orders of an event by their status. Orders change it, so counting on from a position of the log as
 * {@link OrderCounts} does is not enough; and the paid ones are nearly all of a large event.
 */
@Component
class StatusCounts {

    private static final int EVENTS_REMEMBERED = 50;

    private static final String STATUS = """
        select m.id, o.status from order_touch m left join orders o on o.id = m.id and not o.deleted
        where m.organizer = :organizer and m.event = :event and m.last_modified >= :since
        """;

    private final JdbcClient jdbc;
    private final TransactionalUnit unit;
    private final PageClock clock;
    private final Followings<Key, Followed> events;

    StatusCounts(JdbcClient jdbc, TransactionalUnit unit, PageClock clock) {
        this.jdbc = jdbc;
        this.unit = unit;
        this.clock = clock;
        this.events = new Followings<>(unit, EVENTS_REMEMBERED);
    }

    private record Key(OrganizerSlug organizer, EventSlug event) {}

    /**
     * How many orders of the event have this status, without deleted ones.
     *
     * @param code of the status; of one that does not exist there are none
     */
    long of(OrganizerSlug organizer, EventSlug event, String code) {
        // What is in memory is of now.
        if (unit.asOf() != null) {
            return oneByOne(organizer, event, code);
        }
        return events.of(new Key(organizer, event), Followed::new).counts().entrySet().stream()
                .filter(count -> count.getKey().code().equals(code))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long oneByOne(OrganizerSlug organizer, EventSlug event, String code) {
        return jdbc.sql("""
            select count(*) from orders
            where organizer = :organizer and event = :event and status = :status and not deleted
            """)
                .param("organizer", organizer.value())
                .param("event", event.value())
                .param("status", code)
                .query(Long.class)
                .single();
    }

    private final class Followed extends FollowedValues<OrderStatus> {

        private final Key key;
        private final Map<OrderStatus, Long> sums = new EnumMap<>(OrderStatus.class);

        Followed(Key key) {
            super(clock);
            this.key = key;
        }

        Map<OrderStatus, Long> counts() {
            return ask((values, recent) -> {
                Map<OrderStatus, Long> counts = new EnumMap<>(sums);
                recent.forEach((order, now) -> {
                    add(counts, values.get(order), -1);
                    add(counts, now, 1);
                });
                return counts;
            });
        }

        @Override
        protected void replaced(@Nullable OrderStatus before, @Nullable OrderStatus now) {
            add(sums, before, -1);
            add(sums, now, 1);
        }

        private static void add(Map<OrderStatus, Long> counts, @Nullable OrderStatus status, long times) {
            if (status != null) {
                counts.merge(status, times, Long::sum);
            }
        }

        @Override
        protected Map<Long, @Nullable OrderStatus> read(OffsetDateTime since) {
            Map<Long, @Nullable OrderStatus> byOrder = new HashMap<>();
            jdbc.sql(STATUS)
                    .param("organizer", key.organizer().value())
                    .param("event", key.event().value())
                    .param("since", since)
                    .query(row -> {
                        String status = row.getString("status");
                        byOrder.put(row.getLong("id"), status == null ? null : OrderStatus.ofCode(status));
                    });
            return byOrder;
        }
    }
}
