package org.gatebook.benchmarks.floor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatebook.benchmarks.load.ClosedLoop;
import org.gatebook.benchmarks.server.DataFolder;
import org.gatebook.benchmarks.wire.RecordedTransaction;
import org.gatebook.benchmarks.workload.Floor;

/**
 * Where the floors work: a copy of the database as it was before the first recorded request, made anew for each round. So
 * recorded transactions can be sent again with the very parameters that the server sent, meet the rows that the server
 * met, and write new ones.
 */
public final class FloorDatabase {

    private static final String PRISTINE = "pristine";
    private static final String COPY = "floor";

    private final DataFolder folder;

    private FloorDatabase(DataFolder folder) {
        this.folder = folder;
    }

    /** Keeps the present state. Servers lose their connections for a moment, because only so a database can be copied. */
    public static FloorDatabase keep(DataFolder folder) throws SQLException {
        analyze(folder);
        try (Connection connection = folder.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + DataFolder.DATABASE + " allow_connections false");
            statement.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '"
                    + DataFolder.DATABASE + "'");
            statement.execute("create database " + PRISTINE + " template " + DataFolder.DATABASE);
            statement.execute("alter database " + DataFolder.DATABASE + " allow_connections true");
            statement.execute("alter database " + PRISTINE + " allow_connections true");
        }
        return new FloorDatabase(folder);
    }

    /**
     * Copies carry the statistics that the planner had when they were made. It was a minute's luck whether autovacuum had
     * been there before, and without them a scan's lookup on a copy took forty times as long as on the original.
     */
    private static void analyze(DataFolder folder) throws SQLException {
        try (Connection connection = folder.superuser(DataFolder.DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    /** The clients of a round on a fresh copy. */
    public ClosedLoop.Clients round(Floor floor, List<RecordedTransaction> recorded) throws SQLException {
        copy();
        return switch (floor) {
            case Floor.SameStatements same -> clients(recorded);
            case Floor.SomeStatements some ->
                clients(recorded.stream()
                        .map(transaction -> transaction.only(some.words()))
                        .toList());
            case Floor.Query query -> () -> new QueryFloor(folder.application(COPY), query);
        };
    }

    private ClosedLoop.Clients clients(List<RecordedTransaction> transactions) {
        AtomicInteger next = new AtomicInteger();
        return () -> new RecordedFloor(folder.application(COPY), transactions, next);
    }

    private void copy() throws SQLException {
        try (Connection connection = folder.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + COPY);
            statement.execute("create database " + COPY + " template " + PRISTINE);
        }
    }
}
