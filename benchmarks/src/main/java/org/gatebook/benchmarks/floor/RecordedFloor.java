package org.gatebook.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatebook.benchmarks.load.ClosedLoop;
import org.gatebook.benchmarks.wire.RecordedTransaction;
import org.gatebook.benchmarks.wire.RoundTrip;

/**
 * A bare JDBC loop that sends recorded transactions again, shared among all clients of a round: those that write once,
 * those that read over and over.
 */
final class RecordedFloor implements ClosedLoop.Client {

    /** What a connection does once (plans, catalogue) belongs to no transaction: so many are sent before a round. */
    private static final int WARMING = 20;

    private final Connection connection;
    private final List<RecordedTransaction> transactions;
    private final AtomicInteger next;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    RecordedFloor(Connection connection, List<RecordedTransaction> transactions, AtomicInteger next)
            throws SQLException {
        this.connection = connection;
        this.transactions = transactions;
        this.next = next;
        for (int i = 0; i < WARMING; i++) {
            step();
        }
    }

    @Override
    public boolean step() throws SQLException {
        int index = next.getAndIncrement();
        RecordedTransaction transaction = transactions.get(index % transactions.size());
        if (index >= transactions.size() && !transaction.readOnly()) {
            return false;
        }
        connection.setAutoCommit(transaction.readOnly());
        for (RoundTrip trip : transaction.trips()) {
            trip.run(prepared(trip.sql()));
        }
        if (!transaction.readOnly()) {
            connection.commit();
        }
        return true;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
