package org.gatebook.eventstore.evidence;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.merkle.TiledSubtrees;
import org.gatebook.eventstore.note.Checkpoint;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.VerifierKey;

/**
 * Lays the tree out again up to the checkpoints that the database remembers and a folder does not have: after a restore
 * into a new folder. All of it follows from the log, which must have the root that each checkpoint signs.
 */
final class RelaidEvidence {

    private static final int BATCH = 2_000;

    private final EventReader events;
    private final EvidenceFolder folder;
    private final List<VerifierKey> trusted;

    RelaidEvidence(EventReader events, EvidenceFolder folder, List<VerifierKey> trusted) {
        this.events = events;
        this.folder = folder;
        this.trusted = trusted;
    }

    /**
     * Writes what is missing behind the newest checkpoint that is there.
     *
     * @param notes by size
     * @throws Diverged if the log has another root, or a note is signed by no trusted key
     */
    void write(SortedMap<Long, String> notes) {
        long[] sizes = folder.checkpoints();
        long size = sizes.length == 0 ? 0 : sizes[sizes.length - 1];
        long position = TreeGrowth.lastPosition(folder, events, size);
        for (Map.Entry<Long, String> note : notes.tailMap(size + 1).entrySet()) {
            Hash signed = signedRoot(note.getKey(), note.getValue());
            TreeGrowth growth = new TreeGrowth(folder, size, position);
            grow(growth, note.getKey());
            if (!new TiledSubtrees(growth.size(), folder::tile)
                    .range(0, growth.size())
                    .equals(signed)) {
                throw new Diverged("the log is not what checkpoint " + note.getKey() + " has signed");
            }
            folder.addCheckpoint(growth.size(), note.getValue());
            size = growth.size();
            position = growth.position();
        }
    }

    private void grow(TreeGrowth growth, long size) {
        while (growth.size() < size) {
            List<StoredEvent> batch =
                    events.storedAfter(growth.position(), (int) Math.min(BATCH, size - growth.size()));
            if (batch.isEmpty()) {
                throw new Diverged("the log has fewer events than checkpoint " + size);
            }
            batch.forEach(growth::add);
        }
        growth.end();
    }

    private Hash signedRoot(long size, String note) {
        try {
            SignedNote signed = SignedNote.parse(note);
            if (signed.verifiedBy(trusted).isPresent()) {
                return Checkpoint.parse(signed.text()).root();
            }
            throw new Diverged("checkpoint " + size + " of the log was signed by "
                    + signed.signatures().getFirst().name() + ", with a key that is not trusted here: bring"
                    + " the installation's checkpoint.key, or name its public key too");
        } catch (SignedNote.Malformed e) {
            throw new Diverged("checkpoint " + size + " of the log is none: " + e.getMessage());
        }
    }
}
