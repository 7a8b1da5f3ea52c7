package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuilt read model takes over while clients write. */
class SwitchUnderLoadTest {

    @TempDir
    Path data;

    @Test
    void nothing_is_missing_after_two_switches_under_load() throws Exception {
        switchAgainAndAgain(2);
    }

    @Test
    @Tag("torture")
    void nothing_is_missing_after_ten_switches_under_load() throws Exception {
        switchAgainAndAgain(10);
    }

    private void switchAgainAndAgain(int times) throws Exception {
        try (Node node = Node.start(data)) {
            List<Long> cards = new ArrayList<>();
            for (int card = 0; card < 20; card++) {
                cards.add(node.api().issue("SWITCH" + card, "10000.00"));
            }
            Tills tills = new Tills(node.api(), cards, 8);
            try (tills) {
                for (int i = 0; i < times; i++) {
                    int before = tills.count();
                    assertThat(Node.run(data, "replay", "--switch"))
                            .as(Node.log(data, "command.log"))
                            .isZero();
                    assertThat(tills.count()).as("debits during the switch").isGreaterThan(before);
                }
            }
            assertThat(tills.refused()).isEmpty();
            for (long card : cards) {
                assertThat(node.api().texts(card))
                        .doesNotHaveDuplicates()
                        .hasSize(tills.acknowledged().get(card).size() + 1)
                        .containsAll(tills.acknowledged().get(card));
            }
            assertThat(Node.run(data, "replay"))
                    .as(Node.log(data, "command.log"))
                    .isZero();
            System.out.printf("%d switches during %d debits, none missing%n", times, tills.count());
        }
    }
}
