package org.gatebook.eventstore.merkle;

import org.jspecify.annotations.Nullable;

/** A tree that grows leaf by leaf and remembers its right edge only. */
public final class GrowingTree {

    /** By height, the last complete subtree of it; those that belong to the size's binary digits count. */
    private final @Nullable Hash[] edge = new Hash[Long.SIZE];

    private long size;

    /** Adds a leaf. */
    public void add(Hash leaf) {
        Hash hash = leaf;
        int height = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hash.ofNode(at(height), hash);
            height++;
        }
        edge[height] = hash;
        size++;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        if (size == 0) {
            return Hash.EMPTY;
        }
        int height = Long.numberOfTrailingZeros(size);
        Hash root = at(height);
        for (height++; size >> height != 0; height++) {
            if ((size >> height & 1) == 1) {
                root = Hash.ofNode(at(height), root);
            }
        }
        return root;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    private Hash at(int height) {
        Hash hash = edge[height];
        if (hash == null) {
            throw new IllegalStateException("no subtree of height " + height);
        }
        return hash;
    }
}
