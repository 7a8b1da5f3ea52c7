package org.gatebook.eventstore.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.gatebook.api.erasure.ErasureEvent;
import org.gatebook.api.erasure.ErasureEvent.ErasurePerformed;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.database.AdvisoryLock;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.eventstore.view.ReadSchemas;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Erases people, within the present write unit: destroys their keys, deletes what was kept of them outside of log and read
 * models, and says so in the log. Read models, claims and feeds follow from the events that the streams get.
 */
public final class Erasures {

    private final JdbcTemplate jdbc;
    private final ReadSchemas schemas;
    private final SubjectKeys keys;
    private final EventAppender events;

    public Erasures(DataSource application, ReadSchemas schemas, SubjectKeys keys, EventAppender events) {
        this.jdbc = new JdbcTemplate(application);
        this.schemas = schemas;
        this.keys = keys;
        this.events = events;
    }

    /** Those of these subjects that were not erased and have something sealed. */
    public Collection<SubjectId> left(Collection<SubjectId> subjects) {
        return keys.present(subjects);
    }

    /** Erases somebody. */
    public void perform(Erasure erasure) {
        TreeSet<String> destroyed = new TreeSet<>();
        for (SubjectId key : erasure.keys()) {
            keys.erase(key);
            destroyed.add(key.value());
        }
        String[] streams = erasure.streams().toArray(String[]::new);
        update("delete from ops.snapshot where aggregate_id = any (?)", streams);
        // What was wrong may have been said in words that quote what somebody is called.
        update("update ops.dead_letter set cause = 'erased' where aggregate_id = any (?)", streams);
        update("""
            update ops.idempotency i set status = 410, headers = '', body = ''
             where request_id in (select metadata ->> 'requestId' from events.event
                                   where aggregate_id = any (?) and recorded_at > clock_timestamp() - interval '25 hours')
            """, streams);
        dropOldSchemas();
        String told = positions(streams);
        int files = delete(erasure.files());
        events.append(
                ErasureEvent.KIND,
                ErasureEvent.stream(erasure.id()),
                0,
                erasure.organizer(),
                erasure.event(),
                new ErasurePerformed(
                        erasure.id(),
                        erasure.subject(),
                        erasure.reason(),
                        erasure.reference(),
                        erasure.forced(),
                        List.copyOf(destroyed),
                        erasure.streams().stream().sorted().toList(),
                        told,
                        files,
                        erasure.kept(),
                        erasure.at()));
    }

    /**
     * Rows of former read models, and of those that were made for a comparison, are no longer written, so nobody would take
     * people out of them. One that is being made right now meets this erasure at its end.
     */
    private void dropOldSchemas() {
        Boolean idle = jdbc.queryForObject(
                "select pg_try_advisory_xact_lock" + AdvisoryLock.REBUILD.arguments(), Boolean.class);
        if (Boolean.TRUE.equals(idle)) {
            schemas.dropOthers();
        }
    }

    private void update(String sql, String[] streams) {
        jdbc.update(sql, statement -> statement.setArray(1, texts(statement.getConnection(), streams)));
    }

    private static java.sql.Array texts(Connection connection, String[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    private String positions(String[] streams) {
        List<Long> positions = jdbc.query(
                "select position from events.event where aggregate_id = any (?) order by position",
                statement -> statement.setArray(1, texts(statement.getConnection(), streams)),
                (row, index) -> row.getLong(1));
        return PositionRanges.of(positions);
    }

    /** A file that others need as well stays. */
    private int delete(List<UUID> files) {
        int deleted = 0;
        for (UUID file : files) {
            deleted += jdbc.update("delete from ops.uploaded_file where id = ? and keepers <= 1", file);
        }
        return deleted;
    }
}
