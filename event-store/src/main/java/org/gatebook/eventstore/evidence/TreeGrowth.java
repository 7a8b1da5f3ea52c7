package org.gatebook.eventstore.evidence;

import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.merkle.Tile;
import org.gatebook.eventstore.merkle.TileBuilder;

/** The tree between two checkpoints: takes events and writes the files that they complete. */
final class TreeGrowth {

    private final EvidenceFolder folder;
    private final TileBuilder tiles;
    private final StringBuilder keys = new StringBuilder();
    private long size;
    private long position;

    /**
     * Goes on where a checkpoint ends.
     *
     * @param size of the checkpoint; 0 to begin
     * @param position of its last event
     */
    TreeGrowth(EvidenceFolder folder, long size, long position) {
        this.folder = folder;
        this.size = size;
        this.position = position;
        this.tiles = TileBuilder.resume(size, folder::tile, folder::addTile);
        if (size % Tile.FULL != 0) {
            folder.keys(Tile.holding(0, size - 1, size)).forEach(kept -> keys.append(kept.line()));
        }
    }

    /**
     * The position of the last event of a checkpoint; 0 before the first one.
     *
     * @throws Diverged if that event is not the one of the tree: then the log is not the one that the tree is of, and a
     *     signature on both would be a lie
     */
    static long lastPosition(EvidenceFolder folder, EventReader events, long size) {
        if (size == 0) {
            return 0;
        }
        Tile tile = Tile.holding(0, size - 1, size);
        RecordedKeys keys = folder.keys(tile).getLast();
        Hash leaf = Hash.read(folder.tile(tile), (tile.width() - 1) * Hash.BYTES);
        boolean there = events.storedAfter(keys.position() - 1, 1).stream()
                .anyMatch(event -> EventLeaf.hash(event).equals(leaf));
        if (!there) {
            throw new Diverged("the log does not hold the last event of checkpoint " + size + ", position "
                    + keys.position() + ", " + keys.stream() + ", as it was recorded; verify names the differences");
        }
        return keys.position();
    }

    void add(StoredEvent event) {
        keys.append(RecordedKeys.of(event).line());
        size++;
        position = event.position();
        if (size % Tile.FULL == 0) {
            writeKeys();
        }
        tiles.add(EventLeaf.hash(event));
    }

    /** Writes what is not complete; nothing can be added any more. */
    void end() {
        if (size % Tile.FULL != 0) {
            writeKeys();
        }
        tiles.partial();
    }

    private void writeKeys() {
        folder.addKeys(Tile.holding(0, size - 1, size), keys.toString());
        keys.setLength(0);
    }

    long size() {
        return size;
    }

    long position() {
        return position;
    }
}
