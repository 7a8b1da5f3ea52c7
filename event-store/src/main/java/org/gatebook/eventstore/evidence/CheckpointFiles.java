package org.gatebook.eventstore.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gatebook.eventstore.note.Checkpoint;
import org.gatebook.eventstore.note.LogBranch;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.VerifierKey;

/** Checkpoints as files and as the database remembers them, as far as they can be checked without the log. */
final class CheckpointFiles {

    private final EvidenceFolder folder;
    private final List<VerifierKey> trusted;
    private final FindingSink findings;
    private final Map<Long, String> kept;

    CheckpointFiles(EvidenceFolder folder, List<VerifierKey> trusted, Map<Long, String> kept, FindingSink findings) {
        this.folder = folder;
        this.trusted = trusted;
        this.kept = kept;
        this.findings = findings;
    }

    /** Sizes of all that the folder has, growing. Those that only the database remembers are findings. */
    long[] sizes() {
        long[] sizes = folder.checkpoints();
        TreeSet<Long> missing = new TreeSet<>(kept.keySet());
        for (long size : sizes) {
            missing.remove(size);
        }
        for (long size : missing) {
            findings.add(0, name(size), "REMOVED: the database remembers it, its file is gone");
        }
        return sizes;
    }

    /** What a checkpoint says; empty if it says nothing that could be trusted, which is a finding. */
    Optional<Checkpoint> read(long size) {
        String note = folder.checkpoint(size).orElse("");
        String remembered = kept.get(size);
        if (remembered == null) {
            findings.add(0, name(size), "the database does not remember it");
        } else if (!remembered.equals(note)) {
            findings.add(0, name(size), "REPLACED: the database remembers another text of it");
        }
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            Optional<VerifierKey> signer = signed.verifiedBy(trusted);
            if (signer.isEmpty()) {
                findings.add(0, name(size), "REPLACED or changed: no trusted key has signed it");
            } else if (checkpoint.size() != size
                    || !checkpoint.origin().equals(signer.get().name())
                    || LogBranch.number(checkpoint.origin()) > folder.branch()) {
                findings.add(
                        0,
                        name(size),
                        "REPLACED: it is the checkpoint of size " + checkpoint.size() + " of " + checkpoint.origin());
            } else {
                return Optional.of(checkpoint);
            }
        } catch (SignedNote.Malformed e) {
            findings.add(0, name(size), "is no checkpoint: " + e.getMessage());
        }
        return Optional.empty();
    }

    static String name(long size) {
        return EvidenceFolder.checkpointPath(size);
    }
}
