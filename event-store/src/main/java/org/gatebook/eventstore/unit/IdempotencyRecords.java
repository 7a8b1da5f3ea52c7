package org.gatebook.eventstore.unit;

import java.time.Duration;
import org.gatebook.eventstore.Entered.StoredAnswer;
import org.gatebook.eventstore.Opening.IdempotencyKey;
import org.springframework.jdbc.core.JdbcTemplate;

/** Answers kept for 24 hours under their idempotency keys. */
public final class IdempotencyRecords {

    /** For so long a repeated request gets the stored answer; {@code ops.enter} looks no further back. */
    public static final Duration KEPT = Duration.ofDays(1);

    private final JdbcTemplate jdbc;

    public IdempotencyRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces a record that is too old to be replayed; a younger one cannot be there, its key is locked. */
    void store(IdempotencyKey key, StoredAnswer answer, String requestId) {
        jdbc.update("""
            insert into ops.idempotency (credential_hash, key, status, headers, body, request_id)
            values (?, ?, ?, ?, ?, ?)
            on conflict (credential_hash, key) do update
               set status = excluded.status, headers = excluded.headers, body = excluded.body,
                   request_id = excluded.request_id,
                   created_at = excluded.created_at
            """, key.credentialHash(), key.key(), answer.status(), answer.headers(), answer.body(), requestId);
    }

    /** Deletes what is older than that. @return how many */
    public int deleteOlderThan(Duration kept) {
        return jdbc.update(
                "delete from ops.idempotency where created_at < clock_timestamp() - make_interval(secs => ?)",
                kept.toSeconds());
    }
}
