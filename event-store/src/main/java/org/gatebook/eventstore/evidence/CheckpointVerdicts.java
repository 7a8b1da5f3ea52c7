package org.gatebook.eventstore.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.eventstore.merkle.GrowingTree;
import org.gatebook.eventstore.merkle.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Holds two trees to the checkpoints as they grow: the one of the log as it is now and the recorded one. Which of the two
 * differs from a checkpoint says what was changed: events, recorded hashes, or the checkpoint.
 */
final class CheckpointVerdicts {

    private static final int NAMED = 100;

    private static final class Case {
        private final @Nullable Hash signed;
        private @Nullable Boolean logHolds;
        private @Nullable Boolean recordHolds;

        private Case(@Nullable Hash signed) {
            this.signed = signed;
        }

        private boolean signs(Hash root) {
            return signed != null && signed.equals(root);
        }
    }

    /** A checkpoint that neither tree has, between two sizes at which the log was as it was signed. */
    private record Doubtful(long size, long holdsBefore) {}

    private final CheckpointFiles files;
    private final Differences differences;
    private final FindingSink findings;
    private final long[] sizes;
    private final GrowingTree log = new GrowingTree();
    private final GrowingTree recorded = new GrowingTree();
    private final Map<Long, Case> open = new HashMap<>();
    private final List<Doubtful> doubtful = new ArrayList<>();
    private int logNext;
    private int recordedNext;
    private long confirmed;
    private long lastConfirmed;
    private long notTheLog;
    private long firstNotTheLog;
    private boolean recordNamed;
    private @Nullable Hash newestRoot;

    CheckpointVerdicts(CheckpointFiles files, long[] sizes, Differences differences, FindingSink findings) {
        this.files = files;
        this.sizes = sizes;
        this.differences = differences;
        this.findings = findings;
    }

    void addToLog(Hash leaf) {
        log.add(leaf);
        if (logNext < sizes.length && sizes[logNext] == log.size()) {
            Case one = at(sizes[logNext++]);
            one.logHolds = one.signs(log.root());
            decide(log.size(), one);
        }
    }

    void addToRecord(Hash leaf) {
        recorded.add(leaf);
        if (recordedNext < sizes.length && sizes[recordedNext] == recorded.size()) {
            Case one = at(sizes[recordedNext++]);
            one.recordHolds = one.signs(recorded.root());
            decide(recorded.size(), one);
        }
    }

    private Case at(long size) {
        return open.computeIfAbsent(size, any -> {
            Hash root = files.read(size).map(checkpoint -> checkpoint.root()).orElse(null);
            if (size == sizes[sizes.length - 1]) {
                newestRoot = root;
            }
            return new Case(root);
        });
    }

    private void decide(long size, Case one) {
        if (one.logHolds == null || one.recordHolds == null) {
            return;
        }
        open.remove(size);
        if (one.signed == null) {
            // What is wrong with it is a finding already.
            return;
        }
        if (one.logHolds) {
            confirmed++;
            lastConfirmed = size;
            differences.logIsRightBelow(size);
            if (!one.recordHolds) {
                nameRecord(size);
            }
        } else if (one.recordHolds) {
            notTheLog(size);
        } else if (doubtful.size() < NAMED) {
            doubtful.add(new Doubtful(size, lastConfirmed));
        }
    }

    private void notTheLog(long size) {
        firstNotTheLog = notTheLog == 0 ? size : firstNotTheLog;
        notTheLog++;
    }

    private void nameRecord(long size) {
        if (!recordNamed) {
            findings.add(
                    0,
                    CheckpointFiles.name(size),
                    "the log is as it was signed, the recorded leaves below it are not: files of the tree were"
                            + " changed");
        }
        recordNamed = true;
    }

    /** All events were read. Checkpoints that the log has not reached say more than it holds. */
    void end() {
        for (; logNext < sizes.length; logNext++) {
            Case one = at(sizes[logNext]);
            open.remove(sizes[logNext]);
            if (one.signed != null) {
                notTheLog(sizes[logNext]);
            }
        }
        // Of these the record could not be read.
        open.forEach((size, one) -> {
            if (one.signed != null && Boolean.TRUE.equals(one.logHolds)) {
                confirmed++;
                lastConfirmed = Math.max(lastConfirmed, size);
            } else if (one.signed != null) {
                notTheLog(size);
            }
        });
        doubtful.forEach(this::tell);
        if (notTheLog > 0) {
            findings.add(
                    0,
                    CheckpointFiles.name(firstNotTheLog),
                    "the log is not what was signed here"
                            + (notTheLog == 1 ? "" : ", nor in " + (notTheLog - 1) + " later checkpoints"));
        }
    }

    private void tell(Doubtful one) {
        String text = "its root is neither that of the log nor that of the recorded leaves";
        if (one.size() < lastConfirmed) {
            text = "REPLACED: " + text + ", and a later checkpoint confirms both";
        } else if (differences.count() == 0) {
            text = "REPLACED: " + text
                    + ", which agree; or events and their recorded hashes were changed together, leaf "
                    + one.holdsBefore() + " at the earliest";
        }
        findings.add(0, CheckpointFiles.name(one.size()), text);
    }

    /** How many checkpoints have the root of the log. */
    long confirmed() {
        return confirmed;
    }

    /** The root that the newest checkpoint vouches for; null if it vouches for nothing. */
    @Nullable
    Hash newestRoot() {
        return newestRoot;
    }
}
