package org.gatebook.eventstore.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * That a tree is the beginning of another one (RFC 6962, section 2.1.2).
 *
 * @param earlier size of the smaller tree, at least 1
 * @param later size of the larger tree
 * @param path the hashes from which both roots follow
 */
public record ConsistencyProof(long earlier, long later, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Of the tree of the first leaves with the tree of more of them. */
    public static ConsistencyProof of(long earlier, long later, Subtrees subtrees) {
        if (earlier < 1 || earlier > later) {
            throw new IllegalArgumentException("no tree of " + later + " leaves begins with one of " + earlier);
        }
        List<Hash> path = new ArrayList<>();
        collect(earlier, 0, later, true, subtrees, path);
        return new ConsistencyProof(earlier, later, path);
    }

    /** @param known whether the verifier has the root of these leaves already, because they are the smaller tree */
    private static void collect(long split, long begin, long end, boolean known, Subtrees subtrees, List<Hash> path) {
        if (split == end) {
            if (!known) {
                path.add(subtrees.range(begin, end));
            }
            return;
        }
        long middle = begin + Subtrees.left(end - begin);
        if (split <= middle) {
            collect(split, begin, middle, known, subtrees, path);
            path.add(subtrees.range(middle, end));
        } else {
            collect(split, middle, end, false, subtrees, path);
            path.add(subtrees.range(begin, middle));
        }
    }

    /** Whether the trees with these roots are such two (RFC 9162, section 2.1.4.2). */
    public boolean proves(Hash earlierRoot, Hash laterRoot) {
        if (earlier < 1 || earlier > later) {
            return false;
        }
        if (earlier == later) {
            return path.isEmpty() && earlierRoot.equals(laterRoot);
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(earlier) == 1) {
            hashes.addFirst(earlierRoot);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        long node = earlier - 1;
        long last = later - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash first = hashes.getFirst();
        Hash second = first;
        for (Hash beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Hash.ofNode(beside, first);
                second = Hash.ofNode(beside, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = Hash.ofNode(second, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(earlierRoot) && second.equals(laterRoot);
    }
}
