package org.gatebook.eventstore.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.evidence.RecordedLeaves.Leaf;
import org.gatebook.eventstore.merkle.ConsistencyProof;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.merkle.InclusionProof;
import org.gatebook.eventstore.merkle.Tile;
import org.gatebook.eventstore.merkle.TileBuilder;
import org.gatebook.eventstore.merkle.TiledSubtrees;
import org.gatebook.eventstore.note.Checkpoint;
import org.gatebook.eventstore.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Compares the log with the recorded tree, event by event in the order of positions, and both with every checkpoint.
 * Remembers the right edges of two trees and a tile, however long the log is.
 */
public final class EvidenceCheck {

    private final EvidenceFolder folder;
    private final List<VerifierKey> trusted;
    private final FindingSink findings;
    private final long[] sizes;
    private final long size;
    private final RecordedLeaves recorded;
    private final Differences differences = new Differences();
    private final CheckpointVerdicts verdicts;
    private final RestoreVerdicts restores;
    private final TileBuilder tiles;
    private final CheckpointFiles files;
    private final long sample;
    private @Nullable Sampled sampled;
    private boolean readable = true;
    private long covered;
    private long uncovered;
    private long inserted;

    private record Sampled(StoredEvent event, Hash leaf) {}

    EvidenceCheck(
            EvidenceFolder folder,
            List<VerifierKey> trusted,
            Map<Long, String> kept,
            RandomGenerator random,
            RestoreVerdicts restores,
            FindingSink findings) {
        this.restores = restores;
        this.folder = folder;
        this.trusted = trusted;
        this.findings = findings;
        this.files = new CheckpointFiles(folder, trusted, kept, findings);
        this.sizes = files.sizes();
        this.size = sizes.length == 0 ? 0 : sizes[sizes.length - 1];
        this.recorded = new RecordedLeaves(folder, size);
        this.verdicts = new CheckpointVerdicts(files, sizes, differences, findings);
        this.tiles = new TileBuilder((tile, hashes) -> {
            if (tile.level() > 0 && !Arrays.equals(hashes, tile(tile))) {
                findings.add(0, tile.path(), "does not follow from the tiles below it");
            }
        });
        this.sample = size == 0 ? -1 : random.nextLong(size);
    }

    private byte @Nullable [] tile(Tile tile) {
        try {
            return folder.tile(tile);
        } catch (EvidenceFolder.Broken e) {
            return null;
        }
    }

    /**
     * The next events of the log.
     *
     * @param leaves their hashes
     */
    public void add(List<StoredEvent> events, List<Hash> leaves) {
        for (int i = 0; i < events.size(); i++) {
            add(events.get(i), leaves.get(i));
        }
    }

    private void add(StoredEvent event, Hash hash) {
        Leaf leaf = first();
        while (leaf != null && leaf.keys().position() < event.position()) {
            differences.removed(leaf);
            take(leaf);
            leaf = first();
        }
        verdicts.addToLog(hash);
        restores.add(hash);
        if (leaf == null) {
            uncovered++;
        } else if (leaf.keys().position() == event.position()) {
            covered++;
            compare(leaf, event, hash);
            take(leaf);
        } else {
            differences.inserted(covered + uncovered + inserted++, event);
        }
    }

    private void compare(Leaf leaf, StoredEvent event, Hash hash) {
        if (!leaf.hash().equals(hash)) {
            differences.changed(leaf, event);
        } else if (!leaf.keys().equals(RecordedKeys.of(event))) {
            findings.add(
                    event.position(),
                    event.aggregateId(),
                    "the recorded keys of leaf " + leaf.index() + " are not those of the event, its recorded hash is");
        }
        if (leaf.index() == sample) {
            sampled = new Sampled(event, hash);
        }
    }

    private void take(Leaf leaf) {
        verdicts.addToRecord(leaf.hash());
        tiles.add(leaf.hash());
        recorded.take();
    }

    private @Nullable Leaf first() {
        if (!readable) {
            return null;
        }
        try {
            return recorded.first();
        } catch (EvidenceFolder.Broken e) {
            readable = false;
            findings.add(0, "evidence", e.getMessage() + "; later events can be compared with checkpoints only");
            return null;
        }
    }

    /** The log was read to its end. */
    public EvidenceReport end() {
        for (Leaf leaf = first(); leaf != null; leaf = first()) {
            differences.removed(leaf);
            take(leaf);
        }
        if (readable) {
            tiles.partial();
        }
        verdicts.end();
        restores.end();
        differences.tell(findings);
        return new EvidenceReport(
                trusted.stream().map(VerifierKey::toString).toList(),
                sizes.length,
                verdicts.confirmed(),
                size,
                covered,
                uncovered,
                inclusion(),
                consistency(),
                restores.lines());
    }

    /** The proof of one event as a stranger would check it: with the tiles and the newest checkpoint alone. */
    private @Nullable String inclusion() {
        Hash root = verdicts.newestRoot();
        if (sampled == null || root == null) {
            return null;
        }
        StoredEvent event = sampled.event();
        try {
            InclusionProof proof = InclusionProof.of(sample, size, new TiledSubtrees(size, folder::tile));
            if (proof.proves(sampled.leaf(), root)) {
                return "position " + event.position() + ", " + event.aggregateId() + ", is leaf " + sample + " of "
                        + size + ": proved by " + proof.path().size() + " hashes";
            }
            findings.add(
                    event.position(), event.aggregateId(), "its inclusion in checkpoint " + size + " is not proved");
        } catch (EvidenceFolder.Broken e) {
            findings.add(event.position(), event.aggregateId(), "has no proof of inclusion: " + e.getMessage());
        }
        return null;
    }

    private @Nullable String consistency() {
        Hash root = verdicts.newestRoot();
        if (sizes.length < 2 || root == null) {
            return null;
        }
        long before = sizes[sizes.length - 2];
        Hash earlier = signedRoot(before);
        if (earlier == null) {
            return null;
        }
        try {
            ConsistencyProof proof = ConsistencyProof.of(before, size, new TiledSubtrees(size, folder::tile));
            if (proof.proves(earlier, root)) {
                return "checkpoint " + size + " continues checkpoint " + before + ": proved by "
                        + proof.path().size() + " hashes";
            }
            findings.add(0, CheckpointFiles.name(size), "does not continue checkpoint " + before);
        } catch (EvidenceFolder.Broken e) {
            findings.add(0, CheckpointFiles.name(size), "has no proof of consistency: " + e.getMessage());
        }
        return null;
    }

    private @Nullable Hash signedRoot(long before) {
        CheckpointFiles again = new CheckpointFiles(folder, trusted, Map.of(), (position, what, text) -> {
            // Found when it was read first.
        });
        return again.read(before).map(Checkpoint::root).orElse(null);
    }
}
