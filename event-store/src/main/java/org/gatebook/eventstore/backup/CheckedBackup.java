package org.gatebook.eventstore.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.backup.CopiedRow.Rows;
import org.gatebook.eventstore.backup.Manifest.LogPart;
import org.gatebook.eventstore.backup.Manifest.TableFile;
import org.gatebook.eventstore.evidence.EventLeaf;
import org.gatebook.eventstore.merkle.GrowingTree;
import org.gatebook.eventstore.merkle.Hash;

/** A backup that is whole: every file is what it was, and the events have the root that the backup names. */
public final class CheckedBackup {

    private final BackupFolder folder;

    private CheckedBackup(BackupFolder folder) {
        this.folder = folder;
    }

    /** What sees the leaf of each event in the order of the log. */
    public interface LeafSink {
        void leaf(StoredEvent event, Hash leaf);
    }

    /**
     * Reads all of it, in constant memory, without a database.
     *
     * @throws BackupUnusable if it is not whole; the message names the file
     */
    public static CheckedBackup of(Path folder) {
        CheckedBackup backup = new CheckedBackup(BackupFolder.checked(folder, Manifest.OF_LOG));
        backup.events((event, leaf) -> {});
        return backup;
    }

    /** Goes through the events once more; for whoever compares them with something. */
    public void events(LeafSink sink) {
        LogPart log = log();
        GrowingTree tree = new GrowingTree();
        long[] last = {0};
        try {
            folder.read(file(Backup.EVENTS), content -> {
                Rows rows = new Rows(content);
                for (byte[] row = rows.next(); row != null; row = rows.next()) {
                    StoredEvent event = CopiedRow.event(row, row.length);
                    if (event.position() <= last[0]) {
                        throw new BackupUnusable("position " + event.position() + " comes after " + last[0]);
                    }
                    last[0] = event.position();
                    Hash leaf = EventLeaf.hash(event);
                    tree.add(leaf);
                    sink.leaf(event, leaf);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be read: " + e.getMessage(), e);
        }
        if (tree.size() != log.events() || last[0] != log.position()) {
            throw new BackupUnusable(Backup.EVENTS + " holds " + tree.size() + " events up to position " + last[0]
                    + ", and " + BackupFolder.MANIFEST + " speaks of " + log.events() + " up to " + log.position());
        }
        if (!tree.root().base64().equals(log.root())) {
            throw new BackupUnusable(Backup.EVENTS + ": the tree over the events has another root than "
                    + BackupFolder.MANIFEST + " says");
        }
    }

    /** What it holds. */
    public BackupReport report() {
        return BackupReport.of(folder.manifest());
    }

    BackupFolder folder() {
        return folder;
    }

    LogPart log() {
        LogPart log = folder.manifest().log();
        if (log == null) {
            throw new BackupUnusable("there is no log in it");
        }
        return log;
    }

    private TableFile file(String table) {
        return folder.manifest().files().stream()
                .filter(file -> file.table().equals(table))
                .findFirst()
                .orElseThrow(() -> new BackupUnusable("there is no " + table + " in it"));
    }
}
