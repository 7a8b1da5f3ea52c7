package org.gatebook.eventstore.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.gatebook.eventstore.database.AdvisoryLock;
import org.gatebook.eventstore.rebuild.Rebuild.AlreadyRunning;

/** The turn of a rebuild on its database, which ends with its connection, however that ends. */
final class Turn {

    private static final String LOCK = AdvisoryLock.REBUILD.arguments();

    private Turn() {}

    /** What is done in the turn. */
    @FunctionalInterface
    interface Work {
        RebuildReport run(Connection own) throws SQLException;
    }

    /** @throws AlreadyRunning if it is another one's turn */
    static RebuildReport take(DataSource database, Work work) {
        try (Connection own = database.getConnection()) {
            take(own);
            try {
                // Nothing counts before the switch, whose commit waits for the disk, and so for all that was written
                // before.
                execute(own, "set synchronous_commit = off");
                return work.run(own);
            } finally {
                execute(own, "reset synchronous_commit");
                execute(own, "select pg_advisory_unlock" + LOCK);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rebuild failed", e);
        }
    }

    private static void take(Connection own) throws SQLException {
        try (var statement = own.createStatement();
                var row = statement.executeQuery("select pg_try_advisory_lock" + LOCK)) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new AlreadyRunning();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
