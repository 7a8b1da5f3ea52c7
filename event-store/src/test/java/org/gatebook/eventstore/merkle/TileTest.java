package org.gatebook.eventstore.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TileTest {

    @Test
    void paths_are_those_of_tlog_tiles() {
        assertThat(new Tile(0, 1_234_067, Tile.FULL).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
        assertThat(new Tile(0, 273, 112).path("tile/keys")).isEqualTo("tile/keys/273.p/112");
    }

    /** The example of the specification. */
    @Test
    void a_tree_of_70000_leaves_has_the_tiles_of_the_specification() {
        List<Tile> tiles = new ArrayList<>();
        TileBuilder builder = new TileBuilder((tile, hashes) -> {
            tiles.add(tile);
            assertThat(hashes).hasSize(tile.width() * Hash.BYTES);
        });
        Hash leaf = Hash.ofLeaf("same".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 70_000; i++) {
            builder.add(leaf);
        }
        builder.partial();
        assertThat(tiles).filteredOn(tile -> tile.level() == 0).hasSize(274).endsWith(new Tile(0, 273, 112));
        assertThat(tiles)
                .filteredOn(tile -> tile.level() > 0)
                .containsExactly(new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1));
    }

    @Test
    void the_tile_of_a_hash_is_as_wide_as_the_tree_lets_it_be() {
        assertThat(Tile.holding(0, 255, 300)).isEqualTo(new Tile(0, 0, 256));
        assertThat(Tile.holding(0, 256, 300)).isEqualTo(new Tile(0, 1, 44));
        assertThat(Tile.holding(1, 0, 300)).isEqualTo(new Tile(1, 0, 1));
        assertThatThrownBy(() -> Tile.holding(1, 1, 300)).isInstanceOf(IllegalArgumentException.class);
    }
}
