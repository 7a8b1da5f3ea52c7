package org.gatebook.eventstore.merkle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * The place of up to 256 hashes that stand side by side in a tree, by C2SP tlog-tiles: at level 0 leaves, at each higher
 * level the roots of full tiles below.
 *
 * @param level from 0
 * @param index among the tiles of its level, from the left
 * @param width how many hashes it has; {@value #FULL} if it is full
 */
public record Tile(int level, long index, int width) {

    /** Hashes of a full tile. */
    public static final int FULL = 256;

    /** Heights of the tree that a tile spans. */
    static final int HEIGHT = 8;

    private static final int THREE_DIGITS = 1_000;

    /** The tile that holds a hash of its level in a tree of this size. */
    public static Tile holding(int level, long hash, long size) {
        long hashes = size >> (HEIGHT * level);
        if (hash >= hashes) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has no hash " + hash + " at level " + level);
        }
        long index = hash / FULL;
        return new Tile(level, index, (int) Math.min(FULL, hashes - index * FULL));
    }

    /** Its path below the folder of the tree. */
    public String path() {
        return path("tile/" + level);
    }

    /** The path of what goes with it in another folder. */
    public String path(String folder) {
        Deque<String> parts = new ArrayDeque<>();
        parts.push(String.format(Locale.ROOT, "%03d", index % THREE_DIGITS));
        for (long rest = index / THREE_DIGITS; rest > 0; rest /= THREE_DIGITS) {
            parts.push(String.format(Locale.ROOT, "x%03d", rest % THREE_DIGITS));
        }
        return folder + "/" + String.join("/", parts) + (width == FULL ? "" : ".p/" + width);
    }
}
