package org.gatebook.eventstore.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.gatebook.api.installation.InstallationRestored.Range;
import org.gatebook.eventstore.backup.Manifest.LogPart;
import org.gatebook.eventstore.backup.Manifest.TableFile;
import org.gatebook.eventstore.database.AdvisoryLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Brings a backup into an empty database, all of it in one transaction (ADR 0044). Read models and ledgers are made of the
 * events afterwards, by whoever calls this.
 */
public final class Restore {

    /** As many positions and ids are left out at least, since nobody knows how many were drawn after the backup. */
    private static final long LEAST_LEFT_OUT = 10_000_000;

    /** More than a server has ever drawn in a second. */
    private static final long DRAWN_A_SECOND = 1_000;

    /** A limit for clients who keep ids in 32 bits. */
    private static final long MOST_LEFT_OUT = 1_000_000_000;

    /** Whoever was reading pages when the backup was taken may have seen what came after it. */
    private static final Duration READING = Duration.ofMinutes(10);

    private final DataSource owner;
    private final DataSource keys;

    /**
     * @param owner connects as the owner of the schemas
     * @param keys connects to the key store as the role that works with it
     */
    public Restore(DataSource owner, DataSource keys) {
        this.owner = owner;
        this.keys = keys;
    }

    /** What is left out of what the database draws. */
    public record LeftOut(Range positions, Range clientIds) {}

    /**
     * Loads a backup.
     *
     * @return what is left out behind it
     * @throws BackupUnusable if the database is not empty, or is older than the backup
     */
    public LeftOut load(CheckedBackup backup) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "set local transaction_timeout = 0");
            execute(connection, "set local idle_in_transaction_session_timeout = 0");
            // The append gate: a server that was started meanwhile writes nothing.
            execute(connection, "select pg_advisory_xact_lock" + AdvisoryLock.APPEND_GATE.arguments());
            String unfinished = unfinished(connection);
            if (unfinished == null) {
                checkFits(connection, backup.folder().manifest());
                checkEmpty(connection, backup.folder().manifest());
                for (TableFile file : backup.folder().manifest().files()) {
                    backup.folder().read(file, content -> copy(connection, file, file.table(), content));
                }
                note(connection, backup.folder().manifest());
            } else if (!unfinished.equals(backup.folder().manifest().backup())) {
                throw new BackupUnusable("the restore of another backup, " + unfinished + ", was begun and not finished"
                        + " in this database");
            }
            LeftOut leftOut = leaveOut(connection, backup);
            connection.commit();
            return leftOut;
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be read: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("the restore failed", e);
        }
    }

    /** Servers do not start before a restore is finished: what they would show is not checked, and their ids are not free. */
    public static void checkFinished(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String unfinished = unfinished(connection);
            if (unfinished != null) {
                throw new BackupUnusable("the restore of backup " + unfinished + " was begun and not finished: run"
                        + " admin restore again, it goes on from there");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the state of the database cannot be read", e);
        }
    }

    private static @Nullable String unfinished(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select backup from ops.restoration where lost_to is null")) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static void checkFits(Connection connection, Manifest manifest) throws SQLException {
        Set<String> lacking = new TreeSet<>(manifest.scripts());
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select version from ops.schema_history where success and version is not" + " null")) {
            while (rows.next()) {
                lacking.remove(rows.getString(1));
            }
        }
        if (!lacking.isEmpty()) {
            throw new BackupUnusable("the backup is of a newer version, " + manifest.softwareVersion()
                    + ": this one does not know the migrations " + String.join(", ", lacking));
        }
    }

    private static void checkEmpty(Connection connection, Manifest manifest) throws SQLException {
        for (TableFile file : manifest.files()) {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("select exists (select from " + file.table() + ")")) {
                row.next();
                if (row.getBoolean(1)) {
                    throw new BackupUnusable("the database is not empty: there are rows in " + file.table()
                            + ". A backup is restored into an empty database or a new data folder only.");
                }
            }
        }
    }

    private static void copy(Connection connection, TableFile file, String into, InputStream content)
            throws IOException {
        try {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + into + " (" + String.join(", ", file.columns()) + ") from stdin");
            try {
                byte[] buffer = new byte[1 << 16];
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    copy.writeToCopy(buffer, 0, read);
                }
                long rows = copy.endCopy();
                if (rows != file.rows()) {
                    throw new BackupUnusable(file.file() + " holds " + rows + " rows, and " + BackupFolder.MANIFEST
                            + " speaks of " + file.rows());
                }
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new BackupUnusable(file.file() + " does not fit this database: " + e.getMessage());
        }
    }

    private static void note(Connection connection, Manifest manifest) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ops.restoration (backup, lost_from) values (?, ?)")) {
            insert.setObject(1, UUID.fromString(manifest.backup()));
            insert.setObject(2, manifest.takenAt().minus(READING).atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static LeftOut leaveOut(Connection connection, CheckedBackup backup) throws SQLException {
        Instant now;
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select begun_at from ops.restoration where lost_to is null")) {
            row.next();
            now = Objects.requireNonNull(row.getObject(1, OffsetDateTime.class)).toInstant();
        }
        LogPart log = backup.log();
        long seconds =
                Math.max(0, Duration.between(backup.report().takenAt(), now).toSeconds());
        long count = Math.min(MOST_LEFT_OUT, Math.max(LEAST_LEFT_OUT, seconds * DRAWN_A_SECOND));
        Range positions = new Range(log.positionSequence() + 1, log.positionSequence() + count);
        Range clientIds = new Range(log.clientIds() + 1, log.clientIds() + count);
        execute(connection, "select setval('events.position_seq', " + positions.last() + ")");
        execute(connection, "select setval('ops.client_id', " + clientIds.last() + ")");
        return new LeftOut(positions, clientIds);
    }

    /**
     * Loads keys that belong to a backup. Of a subject that the store knows already, it keeps what it has: somebody who was
     * erased stays erased.
     *
     * @throws BackupUnusable if they belong to another backup, or the store has other keys
     */
    public void loadKeys(CheckedBackup backup, Path folder) {
        BackupFolder from = BackupFolder.checked(folder, Manifest.OF_KEYS);
        if (!from.manifest().backup().equals(backup.report().id())) {
            throw new BackupUnusable(
                    folder + " holds the keys of backup " + from.manifest().backup() + ", and not of "
                            + backup.report().id());
        }
        try (Connection connection = keys.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "set local transaction_timeout = 0");
            execute(
                    connection,
                    "create temporary table restored_key (like keys.subject_key including defaults) on commit drop");
            for (TableFile file : from.manifest().files()) {
                from.read(file, content -> copy(connection, file, "restored_key", content));
            }
            refuseOthers(connection);
            execute(connection, "insert into keys.subject_key select * from restored_key on conflict do nothing");
            connection.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("the keys cannot be read: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("the keys could not be restored", e);
        }
    }

    private static void refuseOthers(Connection connection) throws SQLException {
        List<String> others = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("""
                    select k.subject from keys.subject_key k join restored_key r using (subject)
                     where k.wrapped is not null and r.wrapped is not null and k.wrapped <> r.wrapped limit 3
                    """)) {
            while (rows.next()) {
                others.add(rows.getString(1));
            }
        }
        if (!others.isEmpty()) {
            throw new BackupUnusable(
                    "the key store is of another installation: it has other keys of " + String.join(", ", others));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
