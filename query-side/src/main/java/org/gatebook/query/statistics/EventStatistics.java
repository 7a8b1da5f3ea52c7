package org.gatebook.query.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.registry.EventRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How often which event happened, by organizer and day. */
@Component
class EventStatistics {

    private record Key(String organizer, LocalDate day, String name) {}

    /** Rows are always locked in this order, so that writers never wait for each other in a circle. */
    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::organizer).thenComparing(Key::day).thenComparing(Key::name);

    private final JdbcTemplate jdbc;
    private final EventRegistry registry;

    EventStatistics(JdbcTemplate jdbc, EventRegistry registry) {
        this.jdbc = jdbc;
        this.registry = registry;
    }

    void add(List<RecordedEvent> events) {
        Map<Key, Long> counts = new TreeMap<>(ORDER);
        for (RecordedEvent event : events) {
            Key key = new Key(
                    event.metadata().organizer().value(),
                    day(event),
                    registry.of(event.payload().getClass()).name());
            counts.merge(key, 1L, Long::sum);
        }
        jdbc.batchUpdate("""
                insert into ops.event_statistics as s (organizer, day, name, count) values (?, ?, ?, ?)
                on conflict (organizer, day, name) do update set count = s.count + excluded.count
                """, counts.entrySet(), counts.size(), (statement, count) -> {
            statement.setString(1, count.getKey().organizer());
            statement.setObject(2, count.getKey().day());
            statement.setString(3, count.getKey().name());
            statement.setLong(4, count.getValue());
        });
    }

    void clear() {
        jdbc.update("delete from ops.event_statistics");
    }

    /** The day of an event, by UTC. */
    static LocalDate day(RecordedEvent event) {
        return day(event.recordedAt());
    }

    /** The day of a moment, by UTC. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
