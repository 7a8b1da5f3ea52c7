package org.gatebook.eventstore.merkle;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Subtrees of a tree that is kept in tiles. For one proof: it keeps all tiles that it has fetched. */
public final class TiledSubtrees implements Subtrees {

    private final long size;
    private final Function<Tile, byte[]> fetch;
    private final Map<Tile, byte[]> fetched = new HashMap<>();

    /** @param size of the tree; its tiles are fetched */
    public TiledSubtrees(long size, Function<Tile, byte[]> fetch) {
        this.size = size;
        this.fetch = fetch;
    }

    @Override
    public Hash root(int height, long index) {
        int within = height % Tile.HEIGHT;
        long first = index << within;
        Tile tile = Tile.holding(height / Tile.HEIGHT, first, size);
        byte[] hashes = fetched.computeIfAbsent(tile, fetch);
        return TileBuilder.root(hashes, (int) (first % Tile.FULL), 1 << within);
    }
}
