package org.gatebook.eventstore.evidence;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.gatebook.api.installation.InstallationEvent;
import org.gatebook.api.installation.InstallationRestored;
import org.gatebook.api.installation.InstallationRestored.LostHistory;
import org.gatebook.api.installation.InstallationRestored.RestoredBackup;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.merkle.InclusionProof;
import org.gatebook.eventstore.merkle.Tile;
import org.gatebook.eventstore.merkle.TiledSubtrees;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/** The evidence of this log: writes checkpoints, proves events, checks everything (ADR 0034). */
public final class Evidence {

    private final DataSource database;
    private final EventReader events;
    private final KeptCheckpoints kept;
    private final @Nullable EvidenceSettings settings;

    /**
     * @param database connects as the application
     * @param settings null where no evidence is kept
     */
    public Evidence(DataSource database, EventReader events, @Nullable EvidenceSettings settings) {
        this.database = database;
        this.events = events;
        this.kept = new KeptCheckpoints(database);
        this.settings = settings;
    }

    /** What is asked for is not there. */
    public static final class NoEvidence extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        NoEvidence(String message) {
            super(message);
        }
    }

    /** Whether there is any. */
    public boolean isKept() {
        return settings != null;
    }

    /** Whether checkpoints can be written here, and not only checked. */
    public boolean isWritten() {
        return settings != null && settings.key() != null;
    }

    /**
     * The keys that count.
     *
     * @throws NoEvidence if none is kept
     */
    public List<VerifierKey> trusted() {
        return settings().trusted();
    }

    private EvidenceSettings settings() {
        if (settings == null) {
            throw new NoEvidence("no evidence is kept, because no folder is set for it");
        }
        return settings;
    }

    /** Of the branch that the log is on. */
    private EvidenceFolder folder() {
        return EvidenceFolder.of(settings().folder(), RestoreVerdicts.branch(restores(), trusted()));
    }

    private List<InstallationRestored> restores() {
        return events.ofAggregate(InstallationEvent.STREAM, -1).stream()
                .map(event -> (InstallationRestored) event.payload())
                .toList();
    }

    /**
     * Covers all events up to the horizon by a checkpoint.
     *
     * @return the newest one; empty if there is no event, or another node is at it
     * @throws NoEvidence if none is kept or there is no key to sign with
     * @throws Diverged if the log is not the one that was recorded
     */
    public Optional<WrittenCheckpoint> write() {
        SigningKey key = settings().key();
        if (key == null) {
            throw new NoEvidence("there is no key to sign checkpoints with");
        }
        try {
            EvidenceFolder folder = folder();
            return new CheckpointWriter(database, events, folder, kept, trusted(), key.branch(folder.branch())).write();
        } catch (EvidenceFolder.Broken e) {
            throw new Diverged("the evidence folder is not as it was left: " + e.getMessage());
        }
    }

    /**
     * What is lost of what was signed here, when the log goes on from a backup.
     *
     * @return empty if no evidence is kept, or nothing that the backup does not hold was signed
     * @throws Diverged if the backup is not the beginning of a log that was signed here
     * @throws NoEvidence if there is no key to sign the restore with
     */
    public Optional<LostHistory> lostBy(RestoredBackup backup) {
        if (settings == null || EvidenceFolder.of(settings.folder(), 0).size() == 0) {
            return Optional.empty();
        }
        SigningKey key = settings.key();
        if (key == null) {
            throw new NoEvidence("there is no key to sign the restore with");
        }
        try {
            return LostBranch.of(settings.folder(), backup, trusted(), key);
        } catch (EvidenceFolder.Broken | SignedNote.Malformed e) {
            throw new Diverged("the evidence folder is not as it was left: " + e.getMessage());
        }
    }

    /**
     * During a restore: writes the files of the checkpoints that the restored database remembers, where the folder does not
     * have them.
     *
     * @param lost what the restore leaves behind, so that a new branch begins; null to go on where the log is
     * @throws Diverged if the log is not what they sign, or a key is missing
     */
    public void layOut(@Nullable LostHistory lost) {
        if (settings == null) {
            return;
        }
        EvidenceFolder folder = lost == null ? folder() : EvidenceFolder.of(settings.folder(), lost.branch());
        try {
            new RelaidEvidence(events, folder, trusted()).write(new TreeMap<>(kept.all()));
        } catch (EvidenceFolder.Broken e) {
            throw new Diverged("the evidence folder is not as it was left: " + e.getMessage());
        }
    }

    /** As a job: how many events were covered. */
    public int writeInTurn() {
        return write().map(written -> (int) Math.min(Integer.MAX_VALUE, written.added()))
                .orElse(0);
    }

    /** A check that wants all events from the first one on; what it finds goes to the sink. */
    public EvidenceCheck check(FindingSink findings) {
        RestoreVerdicts restores = new RestoreVerdicts(settings().folder(), restores(), trusted(), findings);
        // Otherwise a checkpoint could be in the folder that the database had not yet been told of when it was asked.
        return CheckpointWriter.between(
                database,
                () -> new EvidenceCheck(folder(), trusted(), kept.all(), new SecureRandom(), restores, findings));
    }

    /** The newest checkpoint and what came after it. */
    public Optional<CheckpointAge> newest() {
        return kept.newest();
    }

    /**
     * The proof that the event at a position is in the newest checkpoint.
     *
     * @throws NoEvidence if there is no event, or no checkpoint covers it yet
     */
    public EventProof prove(long position) {
        events.horizon(CheckpointWriter.PATIENCE);
        StoredEvent event = events.storedAfter(position - 1, 1).stream()
                .filter(found -> found.position() == position)
                .findFirst()
                .orElseThrow(() -> new NoEvidence("there is no event at position " + position));
        EvidenceFolder folder = folder();
        long[] sizes = folder.checkpoints();
        long size = sizes.length == 0 ? 0 : sizes[sizes.length - 1];
        try {
            long index = index(folder, position, size);
            SignedNote note = SignedNote.parse(folder.checkpoint(size).orElseThrow());
            InclusionProof proof = InclusionProof.of(index, size, new TiledSubtrees(size, folder::tile));
            EventProof made = EventProof.of(EventLeaf.content(event), proof, note);
            made.check(trusted());
            return made;
        } catch (EvidenceFolder.Broken | SignedNote.Malformed | EventProof.Unproved e) {
            throw new NoEvidence(
                    "the event at position " + position + " cannot be proved: its proof " + e.getMessage());
        }
    }

    private static long index(EvidenceFolder folder, long position, long size) {
        long index = upTo(folder, position, size) - 1;
        if (index < 0 || positionOf(folder, index, size) != position) {
            throw new NoEvidence("no checkpoint covers position " + position + " yet");
        }
        return index;
    }

    /** How many leaves there are up to a position. Positions grow from leaf to leaf, with gaps: halve tiles until it is found. */
    private static long upTo(EvidenceFolder folder, long position, long size) {
        long first = 0;
        long last = (size - 1) / Tile.FULL;
        while (size > 0 && first <= last) {
            long middle = (first + last) / 2;
            List<RecordedKeys> keys = folder.keys(Tile.holding(0, middle * Tile.FULL, size));
            if (position < keys.getFirst().position()) {
                last = middle - 1;
            } else if (position > keys.getLast().position()) {
                first = middle + 1;
            } else {
                return middle * Tile.FULL
                        + keys.stream()
                                .filter(key -> key.position() <= position)
                                .count();
            }
        }
        return Math.min(first * Tile.FULL, size);
    }

    private static long positionOf(EvidenceFolder folder, long index, long size) {
        return folder.keys(Tile.holding(0, index, size))
                .get((int) (index % Tile.FULL))
                .position();
    }

    /**
     * The position of the last event that the newest checkpoint covers; 0 if there is none.
     *
     * @throws NoEvidence if none is kept
     */
    public long covered() {
        EvidenceFolder folder = folder();
        long[] sizes = folder.checkpoints();
        long size = sizes.length == 0 ? 0 : sizes[sizes.length - 1];
        try {
            return size == 0 ? 0 : positionOf(folder, size - 1, size);
        } catch (EvidenceFolder.Broken e) {
            throw new NoEvidence("the evidence folder is not as it was left: " + e.getMessage());
        }
    }

    /**
     * The part of the newest checkpoint's tree behind one position and up to another.
     *
     * @throws NoEvidence if none is kept, there is no checkpoint, or it cannot be read
     */
    public ProvenRange range(long after, long upTo) {
        EvidenceFolder folder = folder();
        long[] sizes = folder.checkpoints();
        if (sizes.length == 0) {
            throw new NoEvidence("there is no checkpoint yet");
        }
        long size = sizes[sizes.length - 1];
        try {
            return ProvenRange.of(folder, upTo(folder, after, size), upTo(folder, upTo, size), size);
        } catch (EvidenceFolder.Broken e) {
            throw new NoEvidence("the evidence folder is not as it was left: " + e.getMessage());
        }
    }

    /**
     * A text under the signature of the log's key; empty if there is no key to sign with.
     *
     * @param text its first line says what it is, so that it is no checkpoint
     * @throws NoEvidence if none is kept
     */
    public Optional<SignedNote> sign(String text) {
        return Optional.ofNullable(settings().key()).map(key -> SignedNote.sign(text, key));
    }
}
