package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database decide as one. */
class TwoNodesTest {

    private static final int CARDS = 10;
    private static final int CLIENTS = 16;

    @TempDir
    Path data;

    @TempDir
    Path other;

    @Test
    void the_last_cent_of_ten_cards_is_spent_once_through_either_node() throws Exception {
        spendEverything(40);
    }

    @Test
    @Tag("torture")
    void the_last_cent_of_ten_cards_is_spent_once_through_either_node_for_long() throws Exception {
        spendEverything(1_000);
    }

    /** Exactly as many debits as there are cents on a card: each must be accepted, and not one more. */
    private void spendEverything(int cents) throws Exception {
        try (Node one = Node.start(data);
                Node two = Node.startBeside(data, other);
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Long> cards = new ArrayList<>();
            for (int card = 0; card < CARDS; card++) {
                cards.add(one.api().issue("TWO" + card, KilledServerTest.cents(cents)));
            }
            List<Callable<Api.Answer>> debits = new ArrayList<>();
            for (int i = 0; i < cents * CARDS; i++) {
                long card = cards.get(i % CARDS);
                String text = "d" + i;
                // The next debit of the same card goes to the other node.
                Api node = (i / CARDS) % 2 == 0 ? one.api() : two.api();
                debits.add(() -> node.debit(card, text));
            }
            for (Future<Api.Answer> answer : threads.invokeAll(debits)) {
                assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(200);
            }
            for (long card : cards) {
                assertThat(two.api().value(card)).isEqualTo("0.00");
                assertThat(one.api().texts(card)).hasSize(cents + 1).doesNotHaveDuplicates();
                assertThat(two.api().debit(card, "too much").status()).isEqualTo(409);
            }
            assertThat(Node.run(data, "verify"))
                    .as(Node.log(data, "command.log"))
                    .isZero();
            assertThat(Node.run(data, "replay"))
                    .as(Node.log(data, "command.log"))
                    .isZero();
        }
    }
}
