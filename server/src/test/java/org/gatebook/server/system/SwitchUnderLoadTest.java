package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
            Tills tills = new Tills(node.api(), "SWITCH", 20, 1_000_000);
            BoxOffice office = BoxOffice.open(node.api(), "switch", null);
            Clients debiting = tills.open(node.api(), 4);
            Clients selling = office.open(node.api(), 4);
            try (debiting;
                    selling) {
                for (int i = 0; i < times; i++) {
                    int debits = debiting.count();
                    int sales = selling.count();
                    assertThat(Node.run(data, "replay", "--switch"))
                            .as(Node.log(data, "command.log"))
                            .isZero();
                    assertThat(debiting.count()).as("debits during the switch").isGreaterThan(debits);
                    assertThat(selling.count()).as("sales during the switch").isGreaterThan(sales);
                }
            }
            tills.verify(node.api(), debiting);
            office.verify(node.api(), selling);
            assertThat(Node.run(data, "replay"))
                    .as(Node.log(data, "command.log"))
                    .isZero();
            System.out.printf(
                    "%d switches during %d debits and %d sales and scans, none missing%n",
                    times, debiting.count(), selling.count());
        }
    }
}
