package org.gatebook.eventstore.evidence;

import java.util.Arrays;
import java.util.function.Consumer;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.evidence.RecordedLeaves.Leaf;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.merkle.RangeProof;
import org.gatebook.eventstore.merkle.Tile;
import org.gatebook.eventstore.merkle.TiledSubtrees;

/** Neighbouring events and what proves all of them at once to somebody who has the checkpoint. */
public final class ProvenRange {

    private final EvidenceFolder folder;
    private final RangeProof proof;
    private final String checkpoint;
    private final RecordedLeaves leaves;

    private ProvenRange(EvidenceFolder folder, RangeProof proof, String checkpoint) {
        this.folder = folder;
        this.proof = proof;
        this.checkpoint = checkpoint;
        this.leaves = new RecordedLeaves(folder, proof.begin(), proof.size());
    }

    static ProvenRange of(EvidenceFolder folder, long begin, long end, long size) {
        return new ProvenRange(
                folder,
                RangeProof.of(begin, end, size, new TiledSubtrees(size, folder::tile)),
                folder.checkpoint(size).orElseThrow());
    }

    /** Which leaves they are, and the hashes beside them. */
    public RangeProof proof() {
        return proof;
    }

    /** The signed checkpoint. */
    public String checkpoint() {
        return checkpoint;
    }

    /**
     * The leaf of an event. To be asked in the order of the log.
     *
     * @throws Diverged if the event is not as it was recorded
     * @throws Evidence.NoEvidence if the files cannot be read
     */
    public long leafOf(StoredEvent event) {
        try {
            Leaf leaf = leaves.first();
            while (leaf != null && leaf.keys().position() < event.position()) {
                leaves.take();
                leaf = leaves.first();
            }
            if (leaf == null
                    || leaf.keys().position() != event.position()
                    || !leaf.hash().equals(EventLeaf.hash(event))) {
                throw new Diverged("the event at position " + event.position() + ", " + event.aggregateId()
                        + ", is not as it was recorded; verify names the differences");
            }
            return leaf.index();
        } catch (EvidenceFolder.Broken e) {
            throw new Evidence.NoEvidence("the evidence folder is not as it was left: " + e.getMessage());
        }
    }

    /** All of their hashes, one behind the other, a tile at a time. */
    public void hashes(Consumer<byte[]> consumer) {
        try {
            long next = proof.begin();
            while (next < proof.end()) {
                // The tree of the checkpoint may have fuller tiles than that of the range.
                Tile tile = Tile.holding(0, next, proof.size());
                int within = (int) (next % Tile.FULL);
                int until = (int) Math.min(tile.width(), within + proof.end() - next);
                consumer.accept(Arrays.copyOfRange(folder.tile(tile), within * Hash.BYTES, until * Hash.BYTES));
                next += until - within;
            }
        } catch (EvidenceFolder.Broken e) {
            throw new Evidence.NoEvidence("the evidence folder is not as it was left: " + e.getMessage());
        }
    }
}
