package org.gatebook.eventstore.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.gatebook.eventstore.database.AdvisoryLock;
import org.gatebook.eventstore.view.ReadSchemas;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The append gate, taken alone. Every writing unit shares it in its opening statement; as long as it is held here, all
 * that was stored is visible and nothing comes after it.
 */
public final class AppendGate implements AutoCloseable {

    /** Whoever waits here makes every new writer wait behind it, so a long transaction is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final long since = System.nanoTime();

    private AppendGate(Connection connection) {
        this.connection = connection;
    }

    /** Another transaction kept the gate open for too long. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Busy(Throwable cause) {
            super("a writer did not leave the append gate in time", cause);
        }
    }

    /** @throws Busy if a writer holds it for too long */
    static AppendGate close(DataSource database) {
        return close(database, PATIENCE);
    }

    /**
     * The same for whoever knows better how long new writers may have to wait.
     *
     * @throws Busy if a writer holds it for longer than the patience
     */
    public static AppendGate close(DataSource database, Duration patience) {
        try {
            Connection connection = database.getConnection();
            try {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set local idle_in_transaction_session_timeout = 0");
                    statement.execute("set local transaction_timeout = 0");
                    statement.execute("set local lock_timeout = " + patience.toMillis());
                    statement.execute("select pg_advisory_xact_lock" + AdvisoryLock.APPEND_GATE.arguments());
                    statement.execute("set local lock_timeout = 0");
                }
                return new AppendGate(connection);
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new Busy(e);
            }
            throw new IllegalStateException("the append gate cannot be taken", e);
        }
    }

    /** The position of the newest event: exact, because nobody else stores any. */
    public long newestPosition() throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(position), 0) from events.event")) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Takes what the schema in the making has not got from the live one, together with the switch.
     *
     * @throws Busy if readers do not leave the tables in time; then the gate is of no more use
     */
    void adopt(ReadSchemas schemas, @Nullable String live, String rebuilt) throws SQLException {
        if (live == null) {
            throw new IllegalStateException("nothing is live that could be kept");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = " + PATIENCE.toMillis());
            schemas.adopt(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), live, rebuilt);
        } catch (PessimisticLockingFailureException e) {
            throw new Busy(e);
        }
    }

    /** Makes a schema the active one and opens the gate: who waited finds it. */
    void openWith(String schema) throws SQLException {
        ReadSchemas.activate(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), schema);
        connection.commit();
    }

    /** How long it has been closed. */
    public Duration held() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Opens the gate; nothing but what {@link #openWith} committed has changed. */
    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}
