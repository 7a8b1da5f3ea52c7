package org.gatebook.query.audit.pack;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.log.EventRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events of one organizer up to a position that nothing can appear before any more. They are read page by page, each
 * in a transaction of its own: what is read cannot change, and no transaction is long.
 */
final class AuditLog {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final EventReader events;
    private final String organizer;

    AuditLog(JdbcClient jdbc, EventReader events, String organizer) {
        this.jdbc = jdbc;
        this.events = events;
        this.organizer = organizer;
    }

    /**
     * The last position of the longest beginning of the log in which everything was recorded before a moment.
     *
     * @param horizon which it is not behind
     */
    static long before(JdbcClient jdbc, Instant moment, long horizon) {
        return jdbc.sql("""
            select coalesce(
                (select min(position) - 1 from events.event where recorded_at >= :moment and position <= :horizon),
                :horizon)
            """)
                .param("moment", Timestamp.from(moment))
                .param("horizon", horizon)
                .query(Long.class)
                .single();
    }

    /** Whose events these are. */
    String organizer() {
        return organizer;
    }

    /** Whether there is any event of the organizer. */
    boolean exists() {
        return jdbc.sql("select exists (select from events.event where organizer = :organizer)")
                .param("organizer", organizer)
                .query(Boolean.class)
                .single();
    }

    /**
     * As they are stored, in the order of the log.
     *
     * @param event those that say so in their metadata; null for all
     */
    void stored(long after, long upTo, @Nullable String event, Consumer<StoredEvent> consumer) {
        long position = after;
        List<StoredEvent> page;
        do {
            page = jdbc.sql("select " + EventRows.COLUMNS + """
                 from events.event
                 where organizer = :organizer and position > :after and position <= :up_to
                   and (:event::text is null or metadata ->> 'event' = :event)
                 order by position limit :limit
                """)
                    .param("organizer", organizer)
                    .param("after", position)
                    .param("up_to", upTo)
                    .param("event", event)
                    .param("limit", PAGE)
                    .query(EventRows.STORED)
                    .list();
            page.forEach(consumer);
            position = page.isEmpty() ? position : page.getLast().position();
        } while (page.size() == PAGE);
    }

    /** Those of some names from the beginning of the log, in its order, with personal values left closed. */
    void named(List<String> names, long upTo, Consumer<RecordedEvent> consumer) {
        long position = 0;
        List<StoredEvent> page;
        do {
            page = jdbc.sql("select " + EventRows.COLUMNS + """
                 from events.event
                 where organizer = :organizer and position > :after and position <= :up_to and name in (:names)
                 order by position limit :limit
                """)
                    .param("organizer", organizer)
                    .param("after", position)
                    .param("up_to", upTo)
                    .param("names", names)
                    .param("limit", PAGE)
                    .query(EventRows.STORED)
                    .list();
            page.forEach(event -> consumer.accept(events.decodeClosed(event)));
            position = page.isEmpty() ? position : page.getLast().position();
        } while (page.size() == PAGE);
    }

    /**
     * Those of one kind of streams from the beginning of the log, stream by stream in their sequence.
     *
     * @param opened names of those whose personal values are wanted; fetching the keys of all would cost more than the rest
     */
    void byStream(String kind, List<String> opened, long upTo, Consumer<RecordedEvent> consumer) {
        // In the "C" collation ';' follows ':', so that this range holds every stream of the kind and no other.
        String stream = kind + ":";
        String end = kind + ";";
        long sequence = -1;
        List<StoredEvent> page;
        do {
            page = jdbc.sql("select " + EventRows.COLUMNS + """
                 from events.event
                 where (aggregate_id, sequence) > (:stream, :sequence) and aggregate_id < :end
                   and position <= :up_to and organizer = :organizer
                 order by aggregate_id, sequence limit :limit
                """)
                    .param("stream", stream)
                    .param("sequence", sequence)
                    .param("end", end)
                    .param("up_to", upTo)
                    .param("organizer", organizer)
                    .param("limit", PAGE)
                    .query(EventRows.STORED)
                    .list();
            for (StoredEvent event : page) {
                consumer.accept(
                        opened.contains(event.name())
                                ? events.decode(List.of(event)).getFirst()
                                : events.decodeClosed(event));
            }
            stream = page.isEmpty() ? stream : page.getLast().aggregateId();
            sequence = page.isEmpty() ? sequence : page.getLast().sequence();
        } while (page.size() == PAGE);
    }
}
