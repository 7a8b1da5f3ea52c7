package org.gatebook.eventstore.streaming;

import java.time.Duration;
import javax.sql.DataSource;
import org.gatebook.eventstore.EventReader;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far streaming projections have come, whichever node runs them: read from their tokens. */
public final class StreamingProgress {

    private final JdbcTemplate jdbc;
    private final EventReader events;

    public StreamingProgress(DataSource database, EventReader events) {
        this.jdbc = new JdbcTemplate(database);
        this.events = events;
    }

    /**
     * Where a projection stands.
     *
     * @param position up to which it has projected; 0 before it ever ran
     * @param lag positions up to the horizon, dead ones included
     * @param behind age of the oldest event that it has not projected
     * @param deadLetters events that it could not take
     */
    public record Progress(String processor, long position, long lag, Duration behind, long deadLetters) {}

    /** Where this projection stands now. */
    public Progress of(String processor) {
        long horizon = events.horizon();
        return jdbc.query(
                        """
                        select t.position,
                               (select extract(epoch from clock_timestamp() - e.recorded_at)
                                  from events.event e
                                 where e.position > t.position and e.position <= ?
                                 order by e.position limit 1),
                               (select count(*) from ops.dead_letter d where d.processor = ?)
                          from (select coalesce(min((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint), 0)
                                           as position
                                  from ops.token_entry where processor_name = ?) t
                        """,
                        (row, number) -> new Progress(
                                processor,
                                row.getLong(1),
                                Math.max(0, horizon - row.getLong(1)),
                                Duration.ofMillis(Math.round(row.getDouble(2) * 1000)),
                                row.getLong(3)),
                        horizon,
                        processor,
                        processor)
                .getFirst();
    }

    /** Age of the oldest running transaction that may have drawn a position; zero when none runs. */
    public Duration horizonAge() {
        Double seconds = jdbc.queryForObject("""
                select coalesce(extract(epoch from clock_timestamp() - min(xact_start)), 0)
                  from pg_stat_activity
                 where backend_xid is not null and datname = current_database() and pid <> pg_backend_pid()
                """, Double.class);
        return Duration.ofMillis(seconds == null ? 0 : Math.max(0, Math.round(seconds * 1000)));
    }

    /** Positions drawn that readers may not pass yet. */
    public long horizonLag() {
        return Math.max(0, events.drawn() - events.horizon());
    }
}
