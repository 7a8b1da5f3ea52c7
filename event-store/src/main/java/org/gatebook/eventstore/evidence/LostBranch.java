package org.gatebook.eventstore.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatebook.api.installation.InstallationRestored.LostHistory;
import org.gatebook.api.installation.InstallationRestored.Range;
import org.gatebook.api.installation.InstallationRestored.RestoredBackup;
import org.gatebook.eventstore.merkle.ConsistencyProof;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.merkle.Tile;
import org.gatebook.eventstore.merkle.TiledSubtrees;
import org.gatebook.eventstore.note.Checkpoint;
import org.gatebook.eventstore.note.LogBranch;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.SigningKey;
import org.gatebook.eventstore.note.VerifierKey;

/**
 * What a restore leaves behind of a signed tree, when the backup is older than its newest checkpoint: proves that the
 * backup is the beginning of that tree, and signs that this restore is meant.
 */
final class LostBranch {

    private static final String RESTORED = "restored-from ";
    private static final String INSTEAD = "instead-of ";

    private LostBranch() {}

    /**
     * What is lost by going on from a backup.
     *
     * @return empty if the newest checkpoint signs no more than the backup holds
     * @throws Diverged if the backup is the beginning of nothing that was signed here
     */
    static Optional<LostHistory> of(Path root, RestoredBackup backup, List<VerifierKey> trusted, SigningKey key) {
        int newest = EvidenceFolder.newestBranch(root);
        if (EvidenceFolder.of(root, newest).size() <= backup.events()) {
            return Optional.empty();
        }
        for (int branch = newest; branch >= 0; branch--) {
            EvidenceFolder folder = EvidenceFolder.of(root, branch);
            long size = folder.size();
            if (size > backup.events()) {
                SignedNote note = SignedNote.parse(folder.checkpoint(size).orElseThrow());
                List<Hash> path = path(folder, backup.events(), size);
                if (proves(backup, note, path, trusted)) {
                    return Optional.of(lost(folder, backup, note, path, newest + 1, key));
                }
            }
        }
        throw new Diverged("the backup is not the beginning of any log that was signed in the evidence folder: it is of"
                + " another installation, or events in it were changed");
    }

    private static List<Hash> path(EvidenceFolder folder, long events, long size) {
        return events == 0
                ? List.of()
                : ConsistencyProof.of(events, size, new TiledSubtrees(size, folder::tile))
                        .path();
    }

    private static boolean proves(RestoredBackup backup, SignedNote note, List<Hash> path, List<VerifierKey> trusted) {
        if (note.verifiedBy(trusted).isEmpty()) {
            return false;
        }
        Checkpoint signed = Checkpoint.parse(note.text());
        return backup.events() == 0
                || new ConsistencyProof(backup.events(), signed.size(), path)
                        .proves(Hash.ofBase64(backup.root()), signed.root());
    }

    private static LostHistory lost(
            EvidenceFolder folder,
            RestoredBackup backup,
            SignedNote note,
            List<Hash> path,
            int branch,
            SigningKey key) {
        long size = folder.size();
        SigningKey signer = key.branch(branch);
        return new LostHistory(
                branch,
                note.toString(),
                size - backup.events(),
                new Range(position(folder, backup.events(), size), position(folder, size - 1, size)),
                path.stream().map(Hash::base64).toList(),
                SignedNote.sign(statement(signer.verifier().name(), backup, Checkpoint.parse(note.text())), signer)
                        .toString());
    }

    private static long position(EvidenceFolder folder, long leaf, long size) {
        return folder.keys(Tile.holding(0, leaf, size))
                .get((int) (leaf % Tile.FULL))
                .position();
    }

    /** A checkpoint of the new branch, with lines that say where it comes from. */
    private static String statement(String origin, RestoredBackup backup, Checkpoint instead) {
        return new Checkpoint(origin, backup.events(), Hash.ofBase64(backup.root())).text()
                + RESTORED + backup.id() + "\n"
                + INSTEAD + instead.size() + " " + instead.root().base64() + " " + instead.origin() + "\n";
    }

    /**
     * Why a restore that the log tells of does not count.
     *
     * @return empty if it does: it is signed, and the proof holds
     */
    static Optional<String> fault(RestoredBackup backup, LostHistory lost, List<VerifierKey> trusted) {
        try {
            SignedNote statement = SignedNote.parse(lost.statement());
            VerifierKey signer = statement.verifiedBy(trusted).orElse(null);
            if (signer == null || LogBranch.number(signer.name()) != lost.branch()) {
                return Optional.of("no trusted key has signed that it was meant");
            }
            SignedNote note = SignedNote.parse(lost.checkpoint());
            List<Hash> path = lost.path().stream().map(Hash::ofBase64).toList();
            if (!statement.text().equals(statement(signer.name(), backup, Checkpoint.parse(note.text())))) {
                return Optional.of("what was signed is about another restore");
            }
            return proves(backup, note, path, trusted)
                    ? Optional.empty()
                    : Optional.of("it is not proved that the backup is the beginning of what was signed before");
        } catch (IllegalArgumentException e) {
            return Optional.of("its evidence cannot be read: " + e.getMessage());
        }
    }
}
