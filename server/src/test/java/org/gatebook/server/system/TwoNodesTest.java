package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database decide as one. */
class TwoNodesTest {

    private static final int CARDS = 10;
    private static final int CLIENTS = 16;

    @TempDir
    static Path data;

    @TempDir
    static Path other;

    private static Node one;
    private static Node two;

    @BeforeAll
    static void start() throws Exception {
        one = Node.start(data);
        two = Node.startBeside(data, other);
    }

    /** Once for all tests, because each command starts a program. */
    @AfterAll
    static void the_log_is_whole_and_gives_what_the_read_models_hold() throws Exception {
        try {
            WholeLog.check(data);
        } finally {
            two.close();
            one.close();
        }
    }

    @Test
    void the_last_cent_of_ten_cards_is_spent_once_through_either_node() throws Exception {
        spendEverything("SHORT", 40);
    }

    @Test
    @Tag("torture")
    void the_last_cent_of_ten_cards_is_spent_once_through_either_node_for_long() throws Exception {
        spendEverything("LONG", 1_000);
    }

    @Test
    void a_ticket_gets_in_once_whichever_nodes_it_is_shown_to() throws Exception {
        showEveryTicketToBothNodes("door", 30);
    }

    @Test
    @Tag("torture")
    void a_ticket_gets_in_once_whichever_nodes_it_is_shown_to_for_long() throws Exception {
        showEveryTicketToBothNodes("long-door", 500);
    }

    @Test
    void a_price_changed_on_one_node_holds_for_the_next_order_on_the_other() throws Exception {
        BoxOffice office = BoxOffice.open(one.api(), "prices", null);
        for (int euros = 1; euros <= 20; euros++) {
            assertThat(one.api()
                            .patch(
                                    office.path() + "items/" + office.item() + "/",
                                    "{\"default_price\": \"" + euros + ".00\"}")
                            .status())
                    .isEqualTo(200);
            Api.Answer order = office.sell(two.api(), BoxOffice.nextCode());
            assertThat(order.body().get("total").asString()).isEqualTo(2 * euros + ".00");
        }
    }

    /** Each ticket is held before four scanners at once, two a node: one lets it in, and every other one says so. */
    private void showEveryTicketToBothNodes(String event, int tickets) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            BoxOffice office = BoxOffice.open(one.api(), event, null);
            List<Callable<Api.Answer>> scans = new ArrayList<>();
            for (int i = 0; i < tickets; i++) {
                Api.Answer order = office.sell(i % 2 == 0 ? one.api() : two.api(), BoxOffice.nextCode());
                assertThat(order.status()).as(order.toString()).isEqualTo(201);
                String secret =
                        order.body().get("positions").get(0).get("secret").asString();
                for (int scanner = 0; scanner < 4; scanner++) {
                    Api node = scanner % 2 == 0 ? one.api() : two.api();
                    String nonce = i + "-" + scanner;
                    scans.add(() -> office.scan(node, secret, nonce));
                }
            }
            int admitted = 0;
            for (Future<Api.Answer> future : threads.invokeAll(scans)) {
                Api.Answer answer = future.get();
                if (answer.status() == 201) {
                    admitted++;
                } else {
                    assertThat(answer.body().get("reason").asString())
                            .as(answer.toString())
                            .isEqualTo("already_redeemed");
                }
            }
            assertThat(admitted).isEqualTo(tickets);
        }
    }

    /** Exactly as many debits as there are cents on a card: each must be accepted, and not one more. */
    private void spendEverything(String name, int cents) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Long> cards = new ArrayList<>();
            for (int card = 0; card < CARDS; card++) {
                cards.add(one.api().issue(name + card, Tills.cents(cents)));
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
        }
    }
}
