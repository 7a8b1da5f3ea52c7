package org.gatebook.eventstore.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes of the current transaction that were not sent yet. They travel with its commit, in one round trip, or in front of
 * the next statement, whose answer may depend on them; a rollback drops them (ADR 0047).
 */
public final class PendingWrites {

    /** Statements of one round trip, at most. */
    private static final int A_TRIP = 16;

    private final Connection connection;
    private final List<Write> pending = new ArrayList<>();

    PendingWrites(Connection connection) {
        this.connection = connection;
    }

    /**
     * Hands writes to the transaction. What is wrong with them may come to light when it commits: so whoever retries has to
     * retry the whole of it. On a connection that does not know how to wait they are sent at once.
     */
    public static void write(JdbcTemplate jdbc, List<Write> writes) {
        jdbc.execute((ConnectionCallback<Integer>) connection -> connection.isWrapperFor(PendingWrites.class)
                ? connection.unwrap(PendingWrites.class).add(writes)
                : new PendingWrites(connection).sendAll(writes));
    }

    /** @return how many wait */
    private int add(List<Write> writes) throws SQLException {
        for (Write write : writes) {
            if (pending.size() == A_TRIP) {
                send();
            }
            pending.add(write);
        }
        if (connection.getAutoCommit()) {
            send();
        }
        return pending.size();
    }

    private int sendAll(List<Write> writes) throws SQLException {
        add(writes);
        send();
        return 0;
    }

    /** Sends what waits. */
    void send() throws SQLException {
        trip(Stream.of());
    }

    /** Sends what waits and commits behind it; what fails in it leaves nothing of the transaction. */
    void commit() throws SQLException {
        if (!pending.isEmpty()) {
            try {
                trip(Stream.of("commit"));
            } catch (SQLException e) {
                rollBackAfter(e);
                throw e;
            }
        }
        // After a commit of its own the driver knows that there is no transaction left, and sends nothing more.
        connection.commit();
    }

    /** Forgets what waits. */
    void drop() {
        pending.clear();
    }

    /** PostgreSQL's driver sends statements that are separated by semicolons in one go. */
    private void trip(Stream<String> behind) throws SQLException {
        if (pending.isEmpty()) {
            return;
        }
        List<Write> writes = List.copyOf(pending);
        pending.clear();
        String sql = Stream.concat(writes.stream().map(Write::sql), behind).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int bound = 0;
            for (Write write : writes) {
                bound = write.values().bind(statement, bound);
            }
            statement.execute();
        }
    }

    private void rollBackAfter(SQLException failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // A broken connection has rolled back by itself; what broke it is what the caller must see.
            failure.addSuppressed(e);
        }
    }
}
