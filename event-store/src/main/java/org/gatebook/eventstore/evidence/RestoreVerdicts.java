package org.gatebook.eventstore.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatebook.api.installation.InstallationEvent;
import org.gatebook.api.installation.InstallationRestored;
import org.gatebook.api.installation.InstallationRestored.LostHistory;
import org.gatebook.eventstore.merkle.GrowingTree;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.note.LogBranch;
import org.gatebook.eventstore.note.VerifierKey;

/**
 * Holds the restores that the log tells of to what was signed: the log must have been then what the backup was, and of the
 * branch that was left nothing may be missing and nothing may have been added.
 */
final class RestoreVerdicts {

    private final Path root;
    private final List<InstallationRestored> restores;
    private final List<VerifierKey> trusted;
    private final FindingSink findings;
    private final GrowingTree log = new GrowingTree();

    RestoreVerdicts(Path root, List<InstallationRestored> restores, List<VerifierKey> trusted, FindingSink findings) {
        this.root = root;
        this.restores = List.copyOf(restores);
        this.trusted = trusted;
        this.findings = findings;
    }

    /** The branch that the log is on: the newest one that began by a restore that was signed. */
    static int branch(List<InstallationRestored> restores, List<VerifierKey> trusted) {
        int newest = 0;
        for (InstallationRestored restored : restores) {
            LostHistory lost = restored.evidence();
            if (lost != null && LostBranch.fault(restored.from(), lost, trusted).isEmpty()) {
                newest = Math.max(newest, lost.branch());
            }
        }
        return newest;
    }

    void add(Hash leaf) {
        if (restores.isEmpty()) {
            return;
        }
        log.add(leaf);
        for (InstallationRestored restored : restores) {
            if (restored.from().events() == log.size()) {
                if (!log.root().base64().equals(restored.from().root())) {
                    found("the first " + log.size() + " events are not those of the backup "
                            + restored.from().id());
                }
            }
        }
    }

    void end() {
        for (InstallationRestored restored : restores) {
            if (restored.from().events() > log.size()) {
                found("there are fewer events than in the backup "
                        + restored.from().id());
            }
            LostHistory lost = restored.evidence();
            if (lost != null) {
                Optional<String> fault = LostBranch.fault(restored.from(), lost, trusted);
                fault.ifPresent(
                        text -> found("the restore of backup " + restored.from().id() + " does not count: " + text));
                if (fault.isEmpty()) {
                    archived(lost);
                }
            }
        }
    }

    /** The newest checkpoint of what was left is still the one that the restore has named. */
    private void archived(LostHistory lost) {
        EvidenceFolder left = EvidenceFolder.of(root, branchOf(lost));
        long size = left.size();
        String name = left.named(CheckpointFiles.name(size));
        if (size == 0) {
            findings.add(0, left.named("checkpoints"), "REMOVED: nothing is left of the branch before the restore");
        } else if (!left.checkpoint(size).orElse("").equals(lost.checkpoint())) {
            findings.add(0, name, "REPLACED: it is not the checkpoint that the restore has left behind");
        }
    }

    private static int branchOf(LostHistory lost) {
        return LogBranch.number(lost.checkpoint().lines().findFirst().orElse(""));
    }

    private void found(String text) {
        findings.add(0, InstallationEvent.STREAM, text);
    }

    /** What an auditor should know of restores; one line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (InstallationRestored restored : restores) {
            String line = "restored from backup " + restored.from().id() + " of "
                    + restored.from().takenAt() + ", by " + restored.by();
            LostHistory lost = restored.evidence();
            lines.add(
                    lost == null
                            ? line
                            : line + ": " + lost.events() + " signed events are lost, positions "
                                    + lost.positions().first() + " to "
                                    + lost.positions().last() + "; what is there was their beginning: proved by "
                                    + lost.path().size() + " hashes");
        }
        return lines;
    }
}
