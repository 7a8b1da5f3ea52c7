package org.gatebook.eventstore.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Entered.Idempotency;
import org.gatebook.eventstore.Entered.StoredAnswer;
import org.gatebook.eventstore.Opening;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The opening statement of units that may write. */
final class Entrance {

    private static final String ENTER =
            "select present, client_id, directory_version, organizer_version, event_version,"
                    + " read_schema, key_state, status, headers, body from ops.enter(?, ?, ?, ?)";
    private final JdbcTemplate jdbc;

    Entrance(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Entered write(Opening opening) {
        Opening.IdempotencyKey key = opening.key();
        return Objects.requireNonNull(jdbc.queryForObject(
                ENTER,
                (row, index) -> new Entered(
                        instant(row, 1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        readSchema(row.getString(6)),
                        idempotency(row)),
                organizer(opening),
                event(opening),
                key == null ? null : key.credentialHash(),
                key == null ? null : key.key()));
    }

    private static Idempotency idempotency(ResultSet row) throws SQLException {
        return switch (row.getString(7)) {
            case "none" -> new Idempotency.None();
            case "fresh" -> new Idempotency.Fresh();
            case "busy" -> new Idempotency.Busy();
            default -> new Idempotency.Stored(new StoredAnswer(row.getInt(8), row.getString(9), row.getBytes(10)));
        };
    }

    private static String readSchema(@Nullable String name) {
        if (name == null) {
            throw new IllegalStateException("the database has no active read schema yet");
        }
        return name;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable String organizer(Opening opening) {
        return opening.organizer() == null ? null : opening.organizer().value();
    }

    private static @Nullable String event(Opening opening) {
        return opening.event() == null ? null : opening.event().value();
    }
}
