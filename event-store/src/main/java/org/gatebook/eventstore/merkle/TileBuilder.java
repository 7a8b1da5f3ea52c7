package org.gatebook.eventstore.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Makes tiles of leaves. Full ones come out as soon as they are, partial ones when they are asked for. */
public final class TileBuilder {

    /** Takes tiles. */
    @FunctionalInterface
    public interface Sink {
        /** @param hashes of the tile, one behind the other */
        void take(Tile tile, byte[] hashes);
    }

    private static final class Level {
        private final byte[] hashes = new byte[Tile.FULL * Hash.BYTES];
        private long complete;
        private int width;
    }

    private final Sink sink;
    private final List<Level> levels = new ArrayList<>();

    public TileBuilder(Sink sink) {
        this.sink = sink;
    }

    /** One that goes on where a tree of this size ended; its partial tiles are fetched. */
    public static TileBuilder resume(long size, Function<Tile, byte[]> fetch, Sink sink) {
        TileBuilder builder = new TileBuilder(sink);
        for (long hashes = size; hashes > 0; hashes /= Tile.FULL) {
            Level level = new Level();
            level.complete = hashes / Tile.FULL;
            level.width = (int) (hashes % Tile.FULL);
            if (level.width > 0) {
                byte[] kept = fetch.apply(new Tile(builder.levels.size(), level.complete, level.width));
                System.arraycopy(kept, 0, level.hashes, 0, level.width * Hash.BYTES);
            }
            builder.levels.add(level);
        }
        return builder;
    }

    /** Adds a leaf. */
    public void add(Hash leaf) {
        add(0, leaf);
    }

    private void add(int number, Hash hash) {
        if (number == levels.size()) {
            levels.add(new Level());
        }
        Level level = levels.get(number);
        hash.write(level.hashes, level.width * Hash.BYTES);
        level.width++;
        if (level.width == Tile.FULL) {
            sink.take(new Tile(number, level.complete, Tile.FULL), level.hashes.clone());
            level.complete++;
            level.width = 0;
            add(number + 1, root(level.hashes, 0, Tile.FULL));
        }
    }

    /** Hands out the tiles that are not full. */
    public void partial() {
        for (int number = 0; number < levels.size(); number++) {
            Level level = levels.get(number);
            if (level.width > 0) {
                sink.take(
                        new Tile(number, level.complete, level.width),
                        Arrays.copyOf(level.hashes, level.width * Hash.BYTES));
            }
        }
    }

    /** The root over so many hashes of a tile, a power of two. */
    static Hash root(byte[] hashes, int first, int count) {
        if (count == 1) {
            return Hash.read(hashes, first * Hash.BYTES);
        }
        int half = count / 2;
        return Hash.ofNode(root(hashes, first, half), root(hashes, first + half, half));
    }
}
