package org.gatebook.eventstore.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.backup.BackupReport.Written;
import org.gatebook.eventstore.backup.Manifest.LogPart;
import org.gatebook.eventstore.backup.Manifest.TableFile;
import org.gatebook.eventstore.backup.StoredTables.Keeping;
import org.gatebook.eventstore.backup.StoredTables.StoredTable;
import org.gatebook.eventstore.evidence.EventLeaf;
import org.gatebook.eventstore.merkle.GrowingTree;
import org.gatebook.eventstore.rebuild.AppendGate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Writes backups while servers go on (ADR 0043). All tables are read in one snapshot. It is taken while the append gate is
 * held, so that the log in it has no event missing that an earlier position than its last one will get: it is a beginning
 * of the log at any later time, and all that units write beside their events is as the events say. The gate is held for
 * that one statement.
 */
public final class Backup {

    static final String EVENTS = "events.event";

    /** So long new writers may have to wait for one that is slow; then they go on, and it is tried again. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TRIES = 240;

    private final DataSource owner;
    private final DataSource keys;
    private final List<StoredTable> tables;
    private final String softwareVersion;

    /**
     * @param owner connects as the owner of the schemas
     * @param keys connects to the key store as the role that works with it
     * @param tables all that modules declare
     */
    public Backup(DataSource owner, DataSource keys, List<StoredTables> tables, String softwareVersion) {
        this.owner = owner;
        this.keys = keys;
        this.tables = tables.stream().flatMap(some -> some.tables().stream()).toList();
        this.softwareVersion = softwareVersion;
    }

    /**
     * Writes a backup of the log and of what is fact beside it.
     *
     * @param to a folder that does not exist
     * @param keysTo another one for the keys; null if they are backed up in another way
     * @throws BackupUnusable if one of the folders is there already
     */
    public Written write(Path to, @Nullable Path keysTo) {
        long begun = System.nanoTime();
        try {
            UnfinishedFolder folder = UnfinishedFolder.of(to);
            UnfinishedFolder keyFolder = keysTo == null ? null : UnfinishedFolder.of(keysTo);
            try (Connection connection = owner.getConnection()) {
                Snapshot snapshot = takeSnapshot(connection);
                Manifest manifest = writeLog(connection, snapshot.takenAt(), folder);
                connection.rollback();
                // Later than the log: each key was there before the first event that it sealed was. And before the
                // log's backup has its name, so that nobody takes one for whole whose keys are missing.
                long keyRows = keyFolder == null ? -1 : writeKeys(manifest, keyFolder);
                folder.finish(manifest);
                return new Written(
                        BackupReport.of(manifest),
                        snapshot.held(),
                        Duration.ofNanos(System.nanoTime() - begun),
                        keyRows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be written: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("the backup failed", e);
        }
    }

    /** @param held how long writers waited */
    private record Snapshot(Instant takenAt, Duration held) {}

    private Snapshot takeSnapshot(Connection connection) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (AppendGate gate = AppendGate.close(owner, PATIENCE)) {
                begin(connection, "select from " + EVENTS + " limit 1");
                Instant takenAt = ask(connection, "select clock_timestamp()", OffsetDateTime.class)
                        .toInstant();
                return new Snapshot(takenAt, gate.held());
            } catch (AppendGate.Busy e) {
                if (attempt == TRIES) {
                    throw new BackupUnusable("for minutes there was no moment without a writer that takes long");
                }
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The first query takes the snapshot. */
    private static void begin(Connection connection, String first) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local transaction_timeout = 0");
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            statement.execute("set local timezone = 'UTC'");
            statement.execute("set local datestyle = 'ISO'");
            statement.execute("set local extra_float_digits = 1");
            statement.execute("set local bytea_output = 'hex'");
            statement.execute(first);
        }
    }

    private Manifest writeLog(Connection connection, Instant takenAt, UnfinishedFolder folder)
            throws IOException, SQLException {
        long clientIds = ask(connection, "select last_value from ops.client_id", Long.class);
        long positions = ask(
                connection,
                "select case when is_called then last_value else last_value - 1 end from events.position_seq",
                Long.class);
        GrowingTree tree = new GrowingTree();
        long[] last = {0};
        List<TableFile> files = new ArrayList<>();
        files.add(copy(connection, EVENTS, CopiedRow.EVENT, "order by position", folder, row -> {
            StoredEvent event = CopiedRow.event(row, row.length - 1);
            tree.add(EventLeaf.hash(event));
            last[0] = event.position();
        }));
        for (StoredTable table : tables) {
            if (table.keeping() == Keeping.FACT && !table.name().equals(EVENTS)) {
                files.add(copy(connection, table.name(), columns(connection, table.name()), "", folder, row -> {}));
            }
        }
        LogPart log = new LogPart(tree.size(), last[0], tree.root().base64(), positions, clientIds);
        return new Manifest(
                Manifest.OF_LOG,
                UUID.randomUUID().toString(),
                takenAt,
                softwareVersion,
                scripts(connection),
                log,
                files);
    }

    private long writeKeys(Manifest log, UnfinishedFolder folder) throws IOException, SQLException {
        try (Connection connection = keys.getConnection()) {
            begin(connection, "select from keys.subject_key limit 1");
            TableFile file = copy(
                    connection,
                    "keys.subject_key",
                    List.of("subject", "wrapped", "created_at", "erased_at"),
                    "",
                    folder,
                    row -> {});
            connection.rollback();
            folder.finish(new Manifest(
                    Manifest.OF_KEYS, log.backup(), log.takenAt(), softwareVersion, List.of(), null, List.of(file)));
            return file.rows();
        }
    }

    /** What sees each row as it passes. */
    private interface RowSink {
        void row(byte[] row);
    }

    private static TableFile copy(
            Connection connection,
            String table,
            List<String> columns,
            String order,
            UnfinishedFolder folder,
            RowSink sink)
            throws IOException {
        String sql = "copy (select " + String.join(", ", columns) + " from " + table + " " + order + ") to stdout";
        String file = table + ".gz";
        long rows = folder.addPacked(file, content -> copy(connection, sql, content, sink));
        return new TableFile(table, file, columns, rows);
    }

    private static long copy(Connection connection, String sql, OutputStream content, RowSink sink) throws IOException {
        try {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
            try {
                long rows = 0;
                for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                    content.write(row);
                    sink.row(row);
                    rows++;
                }
                return rows;
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the backup failed at: " + sql, e);
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select attname from pg_attribute where attrelid = '" + table
                        + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    private static List<String> scripts(Connection connection) throws SQLException {
        List<String> versions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select version from ops.schema_history where success and version is not null"
                                + " order by installed_rank")) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    private static <T> T ask(Connection connection, String question, Class<T> type) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return Objects.requireNonNull(row.getObject(1, type));
        }
    }
}
