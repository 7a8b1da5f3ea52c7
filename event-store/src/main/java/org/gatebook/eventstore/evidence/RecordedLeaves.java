package org.gatebook.eventstore.evidence;

import java.util.List;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.merkle.Tile;
import org.jspecify.annotations.Nullable;

/** The leaves of the recorded tree in their order, a tile at a time. */
final class RecordedLeaves {

    /**
     * @param index in the tree
     * @param hash as it was recorded
     * @param keys of its event
     */
    record Leaf(long index, Hash hash, RecordedKeys keys) {}

    private final EvidenceFolder folder;
    private final long size;
    private byte[] hashes = new byte[0];
    private List<RecordedKeys> keys = List.of();
    private long next;
    private @Nullable Leaf first;

    RecordedLeaves(EvidenceFolder folder, long size) {
        this(folder, 0, size);
    }

    /** @param from index of the first leaf that is wanted */
    RecordedLeaves(EvidenceFolder folder, long from, long size) {
        this.folder = folder;
        this.size = size;
        this.next = from;
    }

    /**
     * The first one that was not taken; null behind the last.
     *
     * @throws EvidenceFolder.Broken if it cannot be read; nothing behind it can be read then
     */
    @Nullable
    Leaf first() {
        if (first == null && next < size) {
            int within = (int) (next % Tile.FULL);
            if (within == 0 || keys.isEmpty()) {
                Tile tile = Tile.holding(0, next, size);
                hashes = folder.tile(tile);
                keys = folder.keys(tile);
            }
            first = new Leaf(next, Hash.read(hashes, within * Hash.BYTES), keys.get(within));
            next++;
        }
        return first;
    }

    void take() {
        first = null;
    }
}
