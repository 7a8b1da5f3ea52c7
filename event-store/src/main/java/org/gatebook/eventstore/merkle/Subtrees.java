package org.gatebook.eventstore.merkle;

/** Hashes of complete subtrees, from wherever they are kept; every other hash of a tree follows from them. */
@FunctionalInterface
public interface Subtrees {

    /**
     * The root of a complete subtree.
     *
     * @param height of it; it has 2 to the power of height leaves
     * @param index among those of this height, from the left
     */
    Hash root(int height, long index);

    /** The root over the leaves from one index up to another, not included; the first one begins a complete subtree. */
    default Hash range(long begin, long end) {
        long size = end - begin;
        if (size == 0) {
            return Hash.EMPTY;
        }
        if (Long.bitCount(size) == 1) {
            int height = Long.numberOfTrailingZeros(size);
            return root(height, begin >> height);
        }
        long middle = begin + left(size);
        return Hash.ofNode(range(begin, middle), range(middle, end));
    }

    /** How many of more than one leaf are in the left subtree: the largest power of two that is smaller. */
    static long left(long size) {
        return Long.highestOneBit(size - 1);
    }
}
