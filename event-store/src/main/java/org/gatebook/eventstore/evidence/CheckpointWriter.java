package org.gatebook.eventstore.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.database.AdvisoryLock;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.merkle.TiledSubtrees;
import org.gatebook.eventstore.note.Checkpoint;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.note.VerifierKey;

/**
 * Lets the tree grow by the events since the last checkpoint and signs it. Everything that a checkpoint says is on disk
 * before the checkpoint is.
 */
final class CheckpointWriter {

    private static final int BATCH = 2_000;

    /** Events of longer transactions are left to the next checkpoint. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource database;
    private final EventReader events;
    private final EvidenceFolder folder;
    private final KeptCheckpoints kept;
    private final List<VerifierKey> trusted;
    private final SigningKey key;

    CheckpointWriter(
            DataSource database,
            EventReader events,
            EvidenceFolder folder,
            KeptCheckpoints kept,
            List<VerifierKey> trusted,
            SigningKey key) {
        this.database = database;
        this.events = events;
        this.folder = folder;
        this.kept = kept;
        this.trusted = trusted;
        this.key = key;
    }

    /** Empty if another node is at it or there is no event. */
    Optional<WrittenCheckpoint> write() {
        try (Connection own = database.getConnection()) {
            if (!ask(own, "select pg_try_advisory_lock" + AdvisoryLock.CHECKPOINTS.arguments())) {
                return Optional.empty();
            }
            try {
                return grow();
            } finally {
                ask(own, "select pg_advisory_unlock" + AdvisoryLock.CHECKPOINTS.arguments());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no checkpoint was written", e);
        }
    }

    /** Does something while nobody writes a checkpoint; one that is being written is waited for. */
    static <T> T between(DataSource database, Supplier<T> work) {
        try (Connection own = database.getConnection()) {
            try (var statement = own.createStatement()) {
                statement.execute("select pg_advisory_lock_shared" + AdvisoryLock.CHECKPOINTS.arguments());
            }
            try {
                return work.get();
            } finally {
                ask(own, "select pg_advisory_unlock_shared" + AdvisoryLock.CHECKPOINTS.arguments());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the writers of checkpoints cannot be kept out", e);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private Optional<WrittenCheckpoint> grow() {
        // First of all: a process that has just begun sees nothing below a horizon that writers still keep back, and
        // would
        // take an event that it cannot see yet for one that is gone.
        long horizon = events.horizon(PATIENCE);
        long[] sizes = folder.checkpoints();
        long before = sizes.length == 0 ? 0 : sizes[sizes.length - 1];
        long after = TreeGrowth.lastPosition(folder, events, before);
        if (before > 0) {
            kept.add(before, after, finished(before));
        }
        TreeGrowth growth = new TreeGrowth(folder, before, after);
        while (growth.position() < horizon) {
            List<StoredEvent> batch = events.storedAfter(growth.position(), BATCH).stream()
                    .filter(event -> event.position() <= horizon)
                    .toList();
            if (batch.isEmpty()) {
                break;
            }
            batch.forEach(growth::add);
        }
        if (growth.size() == 0) {
            return Optional.empty();
        }
        if (growth.size() > before) {
            growth.end();
            String note = note(growth.size());
            folder.addCheckpoint(growth.size(), note);
            kept.add(growth.size(), growth.position(), note);
        }
        return Optional.of(new WrittenCheckpoint(
                growth.size(),
                growth.size() - before,
                folder.checkpoint(growth.size()).orElseThrow(),
                key.verifier().toString()));
    }

    /** The last checkpoint; if a crash left it unfinished, it is finished. */
    private String finished(long size) {
        String there = folder.checkpoint(size).orElseThrow();
        try {
            if (SignedNote.parse(there).verifiedBy(trusted).isPresent()) {
                return there;
            }
        } catch (SignedNote.Malformed e) {
            // Unfinished, or not ours; writing it again tells.
        }
        String note = note(size);
        folder.addCheckpoint(size, note);
        return note;
    }

    private String note(long size) {
        Hash root = new TiledSubtrees(size, folder::tile).range(0, size);
        return new Checkpoint(key.verifier().name(), size, root).signed(key).toString();
    }
}
