package org.gatebook.eventstore.evidence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The checkpoints as the database remembers them, where the application can add one and change none. */
final class KeptCheckpoints {

    private final JdbcTemplate jdbc;

    KeptCheckpoints(DataSource application) {
        this.jdbc = new JdbcTemplate(application);
    }

    void add(long size, long position, String note) {
        jdbc.update(
                "insert into events.checkpoint (size, position, note) values (?, ?, ?) on conflict do nothing",
                size,
                position,
                note);
    }

    /** All of them by size: one an hour, however many events there are. */
    Map<Long, String> all() {
        Map<Long, String> notes = new HashMap<>();
        jdbc.query("select size, note from events.checkpoint", row -> {
            notes.put(row.getLong(1), row.getString(2));
        });
        return notes;
    }

    Optional<CheckpointAge> newest() {
        return jdbc
                .query(
                        """
                        select c.size, c.position, c.recorded_at,
                               (select e.recorded_at from events.event e
                                 where e.position > c.position order by e.position limit 1)
                          from events.checkpoint c order by c.size desc limit 1
                        """,
                        (row, index) -> new CheckpointAge(
                                row.getLong(1),
                                row.getLong(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                moment(row.getObject(4, OffsetDateTime.class))))
                .stream()
                .findFirst();
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
