package org.gatebook.eventstore.merkle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * That neighbouring leaves are in a tree: together with them, the roots of the subtrees beside them give the tree's root.
 * Of the hash of a subtree that lies within the leaves nothing is said, so that none of them can be another one.
 *
 * @param begin index of the first leaf
 * @param end index behind the last one
 * @param size of the tree
 * @param beside roots of the largest subtrees without any of these leaves, from left to right
 */
public record RangeProof(long begin, long end, long size, List<Hash> beside) {

    public RangeProof {
        if (begin < 0 || begin > end || end > size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has none from " + begin + " to " + end);
        }
        beside = List.copyOf(beside);
    }

    /** Of these leaves in the tree of the first so many. */
    public static RangeProof of(long begin, long end, long size, Subtrees subtrees) {
        List<Hash> beside = new ArrayList<>();
        RangeProof range = new RangeProof(begin, end, size, beside);
        range.collect(0, size, subtrees, beside);
        return new RangeProof(begin, end, size, beside);
    }

    private void collect(long from, long to, Subtrees subtrees, List<Hash> found) {
        if (outside(from, to)) {
            found.add(subtrees.range(from, to));
        } else if (from < begin || to > end) {
            long middle = from + Subtrees.left(to - from);
            collect(from, middle, subtrees, found);
            collect(middle, to, subtrees, found);
        }
    }

    /**
     * The root of the tree that has these leaves.
     *
     * @param leaves from the first to the last
     * @throws NoSuchElementException if there are too few leaves or hashes beside them
     * @throws IllegalArgumentException if there are too many
     */
    public Hash root(Iterator<Hash> leaves) {
        Iterator<Hash> others = beside.iterator();
        Hash root = size == 0 ? Hash.EMPTY : root(0, size, leaves, others);
        if (leaves.hasNext() || others.hasNext()) {
            throw new IllegalArgumentException("more hashes than the range has");
        }
        return root;
    }

    private Hash root(long from, long to, Iterator<Hash> leaves, Iterator<Hash> others) {
        if (outside(from, to)) {
            return others.next();
        }
        if (to - from == 1) {
            return leaves.next();
        }
        long middle = from + Subtrees.left(to - from);
        Hash left = root(from, middle, leaves, others);
        return Hash.ofNode(left, root(middle, to, leaves, others));
    }

    private boolean outside(long from, long to) {
        return to <= begin || from >= end;
    }
}
