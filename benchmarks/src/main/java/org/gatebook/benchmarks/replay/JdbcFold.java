package org.gatebook.benchmarks.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import tools.jackson.databind.json.JsonMapper;

/**
 * The floor of a replay, by bare JDBC: every event is read stream by stream and its texts are parsed, and the rows that are
 * live are written by COPY to tables of the same form, whose indexes are made then. Nothing is opened, decided or folded.
 */
final class JdbcFold {

    private static final int BATCH = 5_000;

    private static final String PAGE = """
        select aggregate_id, sequence, position, recorded_at, name, revision, organizer, payload, metadata
          from events.event
         where (aggregate_id, sequence) > (?, ?)
         order by aggregate_id, sequence
         limit ?
        """;

    private final Connection connection;
    private final Connection other;
    private final JsonMapper json = JsonMapper.shared();

    /** @param other reads the live rows, because a connection does one COPY at a time */
    private JdbcFold(Connection connection, Connection other) {
        this.connection = connection;
        this.other = other;
    }

    /**
     * How many events a second it gets through.
     *
     * @param database as the application
     */
    static double eventsPerSecond(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Connection other = database.getConnection()) {
            JdbcFold fold = new JdbcFold(connection, other);
            fold.execute("set synchronous_commit = off");
            long begun = System.nanoTime();
            long events = fold.read();
            fold.write();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            fold.execute("drop schema jdbc_fold cascade");
            return events * 1e9 / took.toNanos();
        }
    }

    private long read() throws SQLException {
        long events = 0;
        String stream = "";
        long sequence = -1;
        try (PreparedStatement page = connection.prepareStatement(PAGE)) {
            for (int found = BATCH; found == BATCH; events += found) {
                found = 0;
                page.setString(1, stream);
                page.setLong(2, sequence);
                page.setInt(3, BATCH);
                try (ResultSet row = page.executeQuery()) {
                    while (row.next()) {
                        found++;
                        stream = row.getString("aggregate_id");
                        sequence = row.getLong("sequence");
                        json.readTree(row.getString("payload"));
                        json.readTree(row.getString("metadata"));
                    }
                }
            }
        }
        return events;
    }

    private void write() throws SQLException {
        String live =
                texts("select name from ops.read_schema where state = 'active'").getFirst();
        execute("create schema jdbc_fold");
        for (String table :
                texts("select tablename::text from pg_tables where schemaname = '" + live + "' order by 1")) {
            execute("create table jdbc_fold.%2$s (like %1$s.%2$s)".formatted(live, table));
            copy(live + "." + table, "jdbc_fold." + table);
            for (String index : texts("select indexdef from pg_indexes where schemaname = '" + live
                    + "' and tablename = '" + table + "'")) {
                execute(index.replace(" ON " + live + ".", " ON jdbc_fold."));
            }
        }
    }

    private void copy(String from, String to) throws SQLException {
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + to + " from stdin");
        CopyOut out = other.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + from + " to stdout");
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            in.writeToCopy(row, 0, row.length);
        }
        in.endCopy();
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
