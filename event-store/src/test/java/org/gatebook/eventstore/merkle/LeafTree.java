package org.gatebook.eventstore.merkle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** A tree whose leaves are all at hand: every subtree is computed by the definition of RFC 6962, section 2.1. */
record LeafTree(List<Hash> leaves) implements Subtrees {

    static LeafTree of(int size) {
        return new LeafTree(IntStream.range(0, size).mapToObj(LeafTree::leaf).toList());
    }

    static Hash leaf(int number) {
        return Hash.ofLeaf(("leaf " + number).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Hash root(int height, long index) {
        if (height == 0) {
            return leaves.get((int) index);
        }
        return Hash.ofNode(root(height - 1, 2 * index), root(height - 1, 2 * index + 1));
    }

    Hash root() {
        return range(0, leaves.size());
    }
}
