package org.gatebook.eventstore.streaming;

import java.sql.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.gatebook.eventstore.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Events that a projection could not take, and the later ones of their streams. A letter is a reference to the log, not a
 * copy: a copy would hold opened personal values and outlive an erasure (ADR 0021).
 */
public final class DeadLetters {

    /** Characters of a cause that are kept. */
    private static final int LONGEST_CAUSE = 1_000;

    private final JdbcTemplate jdbc;

    public DeadLetters(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /**
     * A letter.
     *
     * @param processor the projection that could not take it
     * @param position of the event
     * @param stream the event's stream
     * @param name the event's logical name
     * @param cause what went wrong, or which position it waits for
     * @param failedAt when it came here
     * @param tries how often it was tried; 0 for those that wait behind another
     */
    public record DeadLetter(
            String processor, long position, String stream, String name, String cause, Instant failedAt, int tries) {}

    /** The first letters, oldest event first. */
    public List<DeadLetter> list(int limit) {
        return jdbc.query(
                """
                select d.processor, d.position, d.aggregate_id, e.name, d.cause, d.failed_at, d.tries
                  from ops.dead_letter d join events.event e using (position)
                 order by d.processor, d.position limit ?
                """,
                (row, number) -> new DeadLetter(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getInt(7)),
                limit);
    }

    /** How many letters a processor has. */
    public long count(String processor) {
        Long count =
                jdbc.queryForObject("select count(*) from ops.dead_letter where processor = ?", Long.class, processor);
        return count == null ? 0 : count;
    }

    /** Those of these streams that have letters, so that a later event must wait. */
    Set<String> blocked(String processor, Collection<String> streams) {
        return new HashSet<>(jdbc.query(
                "select distinct aggregate_id from ops.dead_letter where processor = ? and aggregate_id = any (?)",
                statement -> {
                    Array ids = statement.getConnection().createArrayOf("text", streams.toArray());
                    statement.setString(1, processor);
                    statement.setArray(2, ids);
                },
                (row, number) -> row.getString(1)));
    }

    void add(String processor, RecordedEvent event, String cause, int tries) {
        jdbc.update("""
                insert into ops.dead_letter (processor, position, aggregate_id, cause, tries)
                values (?, ?, ?, ?, ?)
                """, processor, event.position(), event.aggregateId(), shortened(cause), tries);
    }

    void failedAgain(String processor, long position, String cause) {
        jdbc.update("""
                update ops.dead_letter set cause = ?, tries = tries + 1, failed_at = clock_timestamp()
                 where processor = ? and position = ?
                """, shortened(cause), processor, position);
    }

    /** Streams with letters of a processor; which letters they have is read under {@link #lock}. */
    List<String> streams(String processor) {
        return jdbc.query(
                "select aggregate_id from ops.dead_letter where processor = ? group by 1 order by min(position)",
                (row, number) -> row.getString(1),
                processor);
    }

    List<String> processors() {
        return jdbc.query(
                "select distinct processor from ops.dead_letter order by 1", (row, number) -> row.getString(1));
    }

    /** The positions of the letters of a stream, locked until the transaction ends; empty if another retry has them. */
    List<Long> lock(String processor, String stream) {
        return jdbc.query("""
                select position from ops.dead_letter
                 where processor = ? and aggregate_id = ? order by position for update skip locked
                """, (row, number) -> row.getLong(1), processor, stream);
    }

    void remove(String processor, long position) {
        jdbc.update("delete from ops.dead_letter where processor = ? and position = ?", processor, position);
    }

    void clear(String processor) {
        jdbc.update("delete from ops.dead_letter where processor = ?", processor);
    }

    private static String shortened(String cause) {
        return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE);
    }
}
