package org.gatebook.eventstore.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Entered.Idempotency;
import org.gatebook.eventstore.Opening;

/**
 * What a unit learns of what it was opened on, and the statement by which read units ask for it: no gate, no id, no key.
 * Plain SQL and no function, because it is half of what the cheapest requests cost.
 *
 * @param entered what it found
 * @param onPath whether the connection's search path leads to the active read models
 */
record EntranceCheck(Entered entered, boolean onPath) {

    /** Its parameters are the organizer, twice, and the event between them. */
    static final String SQL = """
        select s.name, current_setting('search_path'), statement_timestamp(),
               (select v.version from ops.organizer_version v where v.slug = ''),
               (select v.version from ops.organizer_version v where v.slug = ?),
               (select v.version from ops.event_version v where v.slug = ? and v.organizer = ?)
          from ops.read_schema s where s.state = 'active'
        """;

    /** Binds the parameters from the one after {@code before} on. */
    static void bind(PreparedStatement statement, int before, Opening opening) throws SQLException {
        String organizer =
                opening.organizer() == null ? null : opening.organizer().value();
        statement.setString(before + 1, organizer);
        statement.setString(
                before + 2, opening.event() == null ? null : opening.event().value());
        statement.setString(before + 3, organizer);
    }

    /** Reads the only row; a longer one may have more behind these columns. */
    static EntranceCheck read(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw new IllegalStateException("the database has no active read schema yet");
        }
        String schema = row.getString(1);
        Entered entered = new Entered(
                row.getObject(3, OffsetDateTime.class).toInstant(),
                0,
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                schema,
                new Idempotency.None());
        return new EntranceCheck(entered, schema.equals(row.getString(2)));
    }

    /** Asks on its own, and leads the connection to the active read models. */
    static Entered enter(Connection connection, Opening opening) throws SQLException {
        return ask(connection, opening).lead(connection);
    }

    /** Leads the connection to the active read models. */
    Entered lead(Connection connection) throws SQLException {
        if (!onPath) {
            try (PreparedStatement statement =
                    connection.prepareStatement("select set_config('search_path', ?, false)")) {
                statement.setString(1, entered.readSchema());
                statement.executeQuery().close();
            }
        }
        return entered;
    }

    /** Asks on its own. */
    static EntranceCheck ask(Connection connection, Opening opening) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            bind(statement, 0, opening);
            try (ResultSet row = statement.executeQuery()) {
                return read(row);
            }
        }
    }

    /** Whether all is as assumed. */
    boolean confirms(Entered assumed) {
        return onPath
                && entered.directoryVersion() == assumed.directoryVersion()
                && entered.organizerVersion() == assumed.organizerVersion()
                && entered.eventVersion() == assumed.eventVersion()
                && entered.readSchema().equals(assumed.readSchema());
    }
}
