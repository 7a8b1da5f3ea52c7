package org.gatebook.eventstore.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * That a leaf is in a tree (RFC 6962, section 2.1.1).
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 * @param path hashes beside the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Of a leaf in the tree of the first so many leaves. */
    public static InclusionProof of(long index, long size, Subtrees subtrees) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has none with index " + index);
        }
        List<Hash> path = new ArrayList<>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long middle = begin + Subtrees.left(end - begin);
            if (index < middle) {
                path.add(subtrees.range(middle, end));
                end = middle;
            } else {
                path.add(subtrees.range(begin, middle));
                begin = middle;
            }
        }
        Collections.reverse(path);
        return new InclusionProof(index, size, path);
    }

    /** Whether the leaf with this hash stands at that place in the tree with this root (RFC 9162, section 2.1.3.2). */
    public boolean proves(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash above = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                above = Hash.ofNode(beside, above);
                // A node without a right neighbour stands for itself one level up.
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                above = Hash.ofNode(above, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && above.equals(root);
    }
}
