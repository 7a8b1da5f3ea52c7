package org.gatebook.server.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gatebook.server.system.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real scanner app against a real server: after hours offline, with a wrong clock and over a bad network no scan is
 * lost, none counted twice, and what it has downloaded piece by piece is what the server holds.
 */
class ScannerReplayTest {

    @TempDir
    Path data;

    @TempDir
    Path other;

    @Test
    void no_scan_of_a_day_offline_is_lost_or_counted_twice() throws Exception {
        try (Node node = Node.start(data)) {
            new Day(node.api(), List.of(node.port()), "day", true, 150, 500).play();
        }
        assertReplayed();
    }

    @Test
    @Tag("torture")
    void no_scan_of_many_days_offline_is_lost_or_counted_twice_behind_two_nodes() throws Exception {
        try (Node one = Node.start(data);
                Node two = Node.startBeside(data, other)) {
            for (int day = 0; day < 5; day++) {
                new Day(one.api(), List.of(one.port(), two.port()), "day" + day, day % 2 == 0, 500, 2_000).play();
            }
            assertThat(Node.run(data, "verify"))
                    .as(Node.log(data, "command.log"))
                    .isZero();
        }
    }

    private void assertReplayed() throws Exception {
        assertThat(Node.run(data, "replay")).as(Node.log(data, "command.log")).isZero();
    }
}
