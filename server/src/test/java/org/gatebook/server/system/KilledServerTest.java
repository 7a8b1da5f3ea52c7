package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there, whenever the plug is pulled. */
class KilledServerTest {

    @TempDir
    Path data;

    @Test
    void every_acknowledged_debit_survives_two_kills() throws Exception {
        killAgainAndAgain(2);
    }

    @Test
    @Tag("torture")
    void every_acknowledged_debit_survives_twenty_kills() throws Exception {
        killAgainAndAgain(20);
    }

    private void killAgainAndAgain(int times) throws Exception {
        int acknowledged = 0;
        Node node = Node.start(data);
        try {
            for (int round = 0; round < times; round++) {
                List<Long> cards = new ArrayList<>();
                for (int card = 0; card < 10; card++) {
                    cards.add(node.api().issue("KILL" + round + "-" + card, "1000.00"));
                }
                Tills tills = new Tills(node.api(), cards, 8);
                while (tills.count() < 50) {
                    Thread.sleep(10);
                }
                Thread.sleep(ThreadLocalRandom.current().nextInt(1_000));
                node.kill();
                tills.close();
                acknowledged += tills.count();
                node = Node.start(data);
                assertThat(tills.refused()).isEmpty();
                for (long card : cards) {
                    List<String> texts = node.api().texts(card);
                    assertThat(texts)
                            .doesNotHaveDuplicates()
                            .containsAll(tills.acknowledged().get(card));
                    assertThat(node.api().value(card)).isEqualTo(cents(100_000 - (texts.size() - 1)));
                }
            }
            assertThat(Node.run(data, "verify"))
                    .as(Node.log(data, "command.log"))
                    .isZero();
            assertThat(Node.run(data, "replay"))
                    .as(Node.log(data, "command.log"))
                    .isZero();
        } finally {
            node.close();
        }
        System.out.printf("%d kills, %d acknowledged debits, none lost%n", times, acknowledged);
    }

    static String cents(int cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }
}
