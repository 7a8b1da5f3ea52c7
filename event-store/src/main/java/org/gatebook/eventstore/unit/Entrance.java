package org.gatebook.eventstore.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Entered.Idempotency;
import org.gatebook.eventstore.Entered.StoredAnswer;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.database.AdvisoryLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The opening statement of units that may write. Whoever brings no key comes in by plain SQL, which costs two thirds of the
 * function that says the same; the function is for those who bring one and for those who have to wait, because a switch
 * holds the gate or has just been (ADR 0048).
 */
final class Entrance {

    /** Its parameters are those of {@link EntranceCheck#SQL}. Whether it came in is asked of the gate first. */
    private static final String COME_IN = """
            select s.name, current_setting('search_path'), clock_timestamp(),
                   (select v.version from ops.organizer_version v where v.slug = ''),
                   (select v.version from ops.organizer_version v where v.slug = ?),
                   (select v.version from ops.event_version v where v.slug = ? and v.organizer = ?),
                   nextval('ops.client_id'),
                   case when pg_try_advisory_xact_lock_shared%s
                        then s.switch = pg_sequence_last_value('ops.read_schema_switch') end
              from ops.read_schema s where s.state = 'active'
            """.formatted(AdvisoryLock.APPEND_GATE.arguments());

    private static final String ENTER =
            "select present, client_id, directory_version, organizer_version, event_version,"
                    + " read_schema, key_state, status, headers, body from ops.enter(?, ?, ?, ?)";
    private final JdbcTemplate jdbc;

    Entrance(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Entered write(Opening opening) {
        Opening.IdempotencyKey key = opening.key();
        Entered plain = key == null ? jdbc.execute((Connection connection) -> comeIn(connection, opening)) : null;
        return plain == null ? enter(opening, key) : plain;
    }

    /** @return null if it has to be tried by the function */
    private static @Nullable Entered comeIn(Connection connection, Opening opening) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COME_IN)) {
            EntranceCheck.bind(statement, 0, opening);
            try (ResultSet row = statement.executeQuery()) {
                EntranceCheck check = EntranceCheck.read(row);
                boolean in = row.getBoolean(8);
                return in ? check.lead(connection).withClientId(row.getLong(7)) : null;
            }
        }
    }

    private Entered enter(Opening opening, Opening.@Nullable IdempotencyKey key) {
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
