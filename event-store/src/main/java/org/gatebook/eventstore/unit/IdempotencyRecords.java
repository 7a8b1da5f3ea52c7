package org.gatebook.eventstore.unit;

import java.time.Duration;
import java.util.List;
import org.gatebook.eventstore.Entered.StoredAnswer;
import org.gatebook.eventstore.Opening.IdempotencyKey;
import org.gatebook.eventstore.database.PendingWrites;
import org.gatebook.eventstore.database.Write;
import org.springframework.jdbc.core.JdbcTemplate;

/** Answers kept for 24 hours under their idempotency keys. */
public final class IdempotencyRecords {

    /** For so long a repeated request gets the stored answer; {@code ops.enter} looks no further back. */
    public static final Duration KEPT = Duration.ofDays(1);

    private static final String RECORD = """
        insert into ops.idempotency (credential_hash, key, status, headers, body, request_id)
        values (?, ?, ?, ?, ?, ?)
        on conflict (credential_hash, key) do update
           set status = excluded.status, headers = excluded.headers, body = excluded.body,
               request_id = excluded.request_id,
               created_at = excluded.created_at\
        """;

    private final JdbcTemplate jdbc;

    public IdempotencyRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces a record that is too old to be replayed; a younger one cannot be there, its key is locked. */
    void store(IdempotencyKey key, StoredAnswer answer, String requestId) {
        Write record = new Write(RECORD, (statement, before) -> {
            statement.setString(before + 1, key.credentialHash());
            statement.setString(before + 2, key.key());
            statement.setInt(before + 3, answer.status());
            statement.setString(before + 4, answer.headers());
            statement.setBytes(before + 5, answer.body());
            statement.setString(before + 6, requestId);
            return before + 6;
        });
        PendingWrites.write(jdbc, List.of(record));
    }

    /** Deletes what is older than that. @return how many */
    public int deleteOlderThan(Duration kept) {
        return jdbc.update(
                "delete from ops.idempotency where created_at < clock_timestamp() - make_interval(secs => ?)",
                kept.toSeconds());
    }
}
