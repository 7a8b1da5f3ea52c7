package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
import tools.jackson.databind.JsonNode;

/** Nobody overdraws a gift card, however many want its credit at once. */
class OverdraftTest {

    private static final int CLIENTS = 64;
    private static final int ROUNDS = 150;

    @TempDir
    Path data;

    @TempDir
    Path other;

    @Test
    @Tag("torture")
    void sixty_four_clients_never_overdraw_one_card_through_one_node_or_two() throws Exception {
        try (Node one = Node.start(data)) {
            spend("ONE", List.of(one.api()));
            spendAndFill("ONE", List.of(one.api()));
            try (Node two = Node.startBeside(data, other)) {
                spend("TWO", List.of(one.api(), two.api()));
                spendAndFill("TWO", List.of(one.api(), two.api()));
            }
            assertCommand("verify");
            assertCommand("replay");
        }
    }

    /**
     * Everybody only takes, twice as much as there is: the credit falls and never rises, so whoever was refused wanted more
     * than what is left in the end. Neither too much nor too little is given out.
     */
    private static void spend(String prefix, List<Api> nodes) throws Exception {
        int credit = CLIENTS * ROUNDS * 5 / 2;
        long card = nodes.getFirst().issue(prefix + "-SPENT", Tills.cents(credit));
        List<Attempt> attempts = attempts(nodes, card, number -> -(1 + number * 7 % 9));

        int left = credit + booked(attempts);
        assertThat(attempts).extracting(Attempt::booked).contains(true, false);
        assertThat(attempts)
                .filteredOn(attempt -> !attempt.booked())
                .allSatisfy(refused -> assertThat(-refused.cents()).isGreaterThan(left));
        assertExact(nodes, card, attempts, left);
    }

    /** Some put credit on the card while the others take it. */
    private static void spendAndFill(String prefix, List<Api> nodes) throws Exception {
        long card = nodes.getFirst().issue(prefix + "-FILLED", "0.00");
        List<Attempt> attempts = attempts(nodes, card, number -> number % 3 == 0 ? 4 : -(1 + number * 5 % 7));

        assertExact(nodes, card, attempts, booked(attempts));
    }

    /** Every node shows the sum, and at no moment was it less than nothing. */
    private static void assertExact(List<Api> nodes, long card, List<Attempt> attempts, int left) throws Exception {
        for (Api node : nodes) {
            assertThat(node.value(card)).isEqualTo(Tills.cents(left));
            List<JsonNode> transactions = node.all("giftcards/" + card + "/transactions/");
            assertThat(transactions)
                    .hasSize(1 + (int) attempts.stream().filter(Attempt::booked).count());
            BigDecimal credit = BigDecimal.ZERO;
            for (JsonNode transaction : transactions) {
                credit = credit.add(new BigDecimal(transaction.get("value").asString()));
                assertThat(credit).isNotNegative();
            }
            assertThat(credit).isEqualByComparingTo(Tills.cents(left));
        }
    }

    private static int booked(List<Attempt> attempts) {
        return attempts.stream()
                .filter(Attempt::booked)
                .mapToInt(Attempt::cents)
                .sum();
    }

    /** What was tried and what came of it. */
    private record Attempt(int cents, boolean booked) {}

    /** Cents of the attempt of this number; negative to take them. */
    @FunctionalInterface
    private interface Amounts {
        int of(int number);
    }

    private static List<Attempt> attempts(List<Api> nodes, long card, Amounts amounts) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<List<Attempt>>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = client * ROUNDS;
                Api node = nodes.get(client % nodes.size());
                clients.add(() -> {
                    List<Attempt> tried = new ArrayList<>();
                    for (int round = 0; round < ROUNDS; round++) {
                        tried.add(attempt(node, card, amounts.of(first + round)));
                    }
                    return tried;
                });
            }
            List<Attempt> all = new ArrayList<>();
            for (Future<List<Attempt>> client : threads.invokeAll(clients)) {
                all.addAll(client.get());
            }
            return all;
        }
    }

    /** A busy server may ask a client to come back; it does. */
    private static Attempt attempt(Api node, long card, int cents) throws Exception {
        while (true) {
            Api.Answer answer = node.transact(card, Tills.cents(cents));
            if (answer.status() == 200) {
                assertThat(answer.body().get("value").asString()).doesNotStartWith("-");
                return new Attempt(cents, true);
            }
            if (answer.body().at("/value/0").asString("").contains("sufficient credit")) {
                return new Attempt(cents, false);
            }
            assertThat(answer.status()).as(answer.toString()).isIn(409, 503);
        }
    }

    private void assertCommand(String command) throws Exception {
        assertThat(Node.run(data, command)).as(Node.log(data, "command.log")).isZero();
    }
}
