package org.gatebook.eventstore.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Opening;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs units that only read: one connection, no transaction, because under READ COMMITTED a transaction gives its
 * statements nothing in common. A unit begins on what the last one of its kind found, and its first query brings the
 * check along (ADR 0031); only when that fails is it run again, from what the check found.
 */
final class ReadUnits {

    /** Openings remembered, at most: clients can ask for organizers and events that do not exist. */
    private static final int REMEMBERED = 10_000;

    private final DataSource application;
    private final DataSource reads;
    private final SQLExceptionTranslator errors = new SQLStateSQLExceptionTranslator();
    private final Map<Opening, Seen> seen = new ConcurrentHashMap<>();

    /** @param nanos when, by this machine's clock that never jumps */
    private record Seen(Entered entered, long nanos) {

        /** The same some time later. */
        Entered later() {
            return entered.at(entered.now().plusNanos(System.nanoTime() - nanos));
        }
    }

    /**
     * @param application what the work asks for connections
     * @param reads where those of read units come from
     */
    ReadUnits(DataSource application, DataSource reads) {
        this.application = application;
        this.reads = reads;
    }

    <T> T run(Opening opening, Function<Entered, T> work) {
        try (Connection connection = connection()) {
            Seen last = seen.get(opening);
            if (last != null) {
                Outcome<T> outcome = onAssumption(connection, opening, last.later(), work);
                if (outcome != null) {
                    return outcome.answer();
                }
            }
            Entered entered = EntranceCheck.enter(connection, opening);
            remember(opening, entered);
            return with(connection, () -> work.apply(entered));
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private record Outcome<T>(T answer) {}

    /** @return null if the assumption was wrong */
    private <T> @Nullable Outcome<T> onAssumption(
            Connection connection, Opening opening, Entered assumed, Function<Entered, T> work) throws SQLException {
        AssumingConnection assuming = new AssumingConnection(connection, opening, assumed);
        try {
            T answer = with(assuming.proxy(), () -> work.apply(assumed));
            remember(opening, assuming.confirm());
            return new Outcome<>(answer);
        } catch (AssumingConnection.Outdated e) {
            return null;
        } catch (RuntimeException | Error e) {
            // What failed on an assumption, however, may have failed because of it: a switch drops the tables of
            // before.
            if (assuming.confirmed() != null) {
                throw e;
            }
            return null;
        }
    }

    private <T> T with(Connection connection, Supplier<T> work) {
        TransactionSynchronizationManager.bindResource(application, new ConnectionHolder(connection));
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(application);
        }
    }

    private void remember(Opening opening, Entered entered) {
        if (seen.size() >= REMEMBERED) {
            seen.clear();
        }
        seen.put(opening, new Seen(entered, System.nanoTime()));
    }

    private Connection connection() {
        try {
            return reads.getConnection();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("no connection for a read unit", e);
        }
    }

    private RuntimeException translated(SQLException e) {
        RuntimeException translated = errors.translate("read unit", null, e);
        return translated == null ? new IllegalStateException("a read unit failed", e) : translated;
    }
}
