package org.gatebook.eventstore.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;

class MerkleProperties {

    private static final Hash OTHER = LeafTree.leaf(-1);

    @Property(tries = 300)
    void a_proof_of_inclusion_holds_for_its_leaf_place_and_tree_alone(
            @ForAll @IntRange(min = 1, max = 700) int size, @ForAll @Positive int any) {
        LeafTree tree = LeafTree.of(size);
        int index = any % size;
        InclusionProof proof = InclusionProof.of(index, size, tree);
        Hash leaf = tree.leaves().get(index);
        assertThat(proof.proves(leaf, tree.root())).isTrue();
        assertThat(proof.proves(OTHER, tree.root())).isFalse();
        assertThat(proof.proves(leaf, changed(tree, index).root())).isFalse();
        if (size > 1) {
            int elsewhere = (index + 1) % size;
            assertThat(new InclusionProof(elsewhere, size, proof.path()).proves(leaf, tree.root()))
                    .isFalse();
            assertThat(new InclusionProof(index, size, changed(proof.path(), any)).proves(leaf, tree.root()))
                    .isFalse();
            assertThat(new InclusionProof(
                                    index,
                                    size,
                                    proof.path().subList(1, proof.path().size()))
                            .proves(leaf, tree.root()))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void a_proof_of_consistency_holds_for_its_two_trees_alone(
            @ForAll @IntRange(min = 1, max = 700) int later, @ForAll @Positive int any) {
        LeafTree tree = LeafTree.of(later);
        int earlier = 1 + any % later;
        Hash before = tree.range(0, earlier);
        ConsistencyProof proof = ConsistencyProof.of(earlier, later, tree);
        assertThat(proof.proves(before, tree.root())).isTrue();
        assertThat(proof.proves(before, OTHER)).isFalse();
        assertThat(proof.proves(OTHER, tree.root())).isFalse();
        // One leaf of the smaller tree was changed afterwards.
        LeafTree rewritten = changed(tree, any % earlier);
        assertThat(ConsistencyProof.of(earlier, later, rewritten).proves(before, rewritten.root()))
                .isFalse();
        assertThat(proof.proves(before, rewritten.root())).isFalse();
        if (!proof.path().isEmpty()) {
            assertThat(new ConsistencyProof(earlier, later, changed(proof.path(), any)).proves(before, tree.root()))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void a_range_is_proved_by_what_lies_beside_it_and_by_no_other_leaves(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @Positive int any, @ForAll @Positive int other) {
        LeafTree tree = LeafTree.of(size);
        int begin = any % size;
        int end = begin + other % (size - begin + 1);
        RangeProof proof = RangeProof.of(begin, end, size, tree);
        List<Hash> leaves = tree.leaves().subList(begin, end);
        assertThat(proof.root(leaves.iterator())).isEqualTo(tree.root());
        if (!leaves.isEmpty()) {
            List<Hash> changed = new ArrayList<>(leaves);
            changed.set(any % leaves.size(), OTHER);
            assertThat(proof.root(changed.iterator())).isNotEqualTo(tree.root());
            assertThatThrownBy(() -> proof.root(leaves.subList(1, leaves.size()).iterator()))
                    .isInstanceOf(NoSuchElementException.class);
            changed.add(OTHER);
            assertThatThrownBy(() -> proof.root(changed.iterator())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Sizes around full tiles, and a tree that stopped anywhere on its way. */
    @Property(tries = 60)
    void tiles_hold_the_same_tree(
            @ForAll @IntRange(min = 1, max = 3) int tiles,
            @ForAll @IntRange(min = -2, max = 2) int beside,
            @ForAll @Positive int any) {
        int size = tiles * Tile.FULL + beside;
        LeafTree tree = LeafTree.of(size);
        Map<String, byte[]> files = new HashMap<>();
        int stop = any % size;
        build(0, stop, tree, files);
        build(stop, size, tree, files);
        TiledSubtrees tiled = new TiledSubtrees(size, tile -> fetch(files, tile));
        assertThat(tiled.range(0, size)).isEqualTo(tree.root());
        assertThat(InclusionProof.of(stop, size, tiled)).isEqualTo(InclusionProof.of(stop, size, tree));
        assertThat(ConsistencyProof.of(stop + 1, size, tiled)).isEqualTo(ConsistencyProof.of(stop + 1, size, tree));
    }

    private static void build(int from, int to, LeafTree tree, Map<String, byte[]> files) {
        TileBuilder builder = TileBuilder.resume(from, tile -> fetch(files, tile), (tile, hashes) -> {
            byte[] before = files.put(tile.path(), hashes);
            assertThat(before == null || Arrays.equals(before, hashes))
                    .as("never another content: " + tile.path())
                    .isTrue();
        });
        tree.leaves().subList(from, to).forEach(builder::add);
        if (to > from) {
            builder.partial();
        }
    }

    private static byte[] fetch(Map<String, byte[]> files, Tile tile) {
        return Objects.requireNonNull(files.get(tile.path()), tile.path());
    }

    private static LeafTree changed(LeafTree tree, int index) {
        List<Hash> leaves = new ArrayList<>(tree.leaves());
        leaves.set(index, OTHER);
        return new LeafTree(leaves);
    }

    private static List<Hash> changed(List<Hash> path, int any) {
        List<Hash> hashes = new ArrayList<>(path);
        hashes.set(any % path.size(), OTHER);
        return hashes;
    }
}
