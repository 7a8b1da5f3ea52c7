package org.gatebook.server.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatebook.server.system.Api;
import org.gatebook.server.system.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nobody oversells, on any number of nodes and whatever becomes of connections (design, section 2, "Ledgers"). */
class LastPlacesTest {

    @TempDir
    Path data;

    @TempDir
    Path other;

    /** What is raced for: {@code run} names the event. */
    @FunctionalInterface
    private interface Offer {
        Prize make(Api api, String event) throws Exception;
    }

    @Test
    void the_last_places_a_seat_and_a_voucher_are_sold_once_through_two_nodes() throws Exception {
        raceForEverything(1, 40, 15);
    }

    @Test
    @Tag("torture")
    void two_hundred_clients_race_for_the_last_places_a_seat_and_a_voucher_ten_times() throws Exception {
        raceForEverything(10, 200, 50);
    }

    private void raceForEverything(int times, int clients, int places) throws Exception {
        Map<String, Offer> offers = Map.of(
                "places", (api, event) -> Prize.places(api, event, places),
                "seat", Prize::seat,
                "voucher", (api, event) -> Prize.voucher(api, event, 5));
        try (Node one = Node.start(data);
                Node two = Node.startBeside(data, other);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, List<Integer>> sold = new HashMap<>();
            for (int run = 0; run < times; run++) {
                for (Map.Entry<String, Offer> offer : offers.entrySet()) {
                    Prize prize = offer.getValue().make(one.api(), offer.getKey() + run);
                    List<Buyer> buyers = buyers(prize, clients, one.api(), two.api(), threads);
                    sold.computeIfAbsent(offer.getKey(), name -> new ArrayList<>())
                            .add(race(prize, buyers, threads));
                }
            }
            System.out.printf("%d buyers through two nodes, sold in each run: %s%n", clients, sold);
            assertThat(Node.run(data, "verify"))
                    .as(Node.log(data, "command.log"))
                    .isZero();
        }
    }

    /** Every second one asks the other node first; most wait for an answer, so that the prize is gone in the end. */
    private static List<Buyer> buyers(Prize prize, int count, Api one, Api two, ExecutorService threads) {
        List<Buyer> buyers = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Buyer.Manners[] manners = Buyer.Manners.values();
            buyers.add(new Buyer(
                    "buyer" + number + "@" + prize.office().event() + ".example.org",
                    manners[number / 2 % manners.length],
                    prize,
                    number % 2 == 0 ? List.of(one, two) : List.of(two, one),
                    threads));
        }
        return buyers;
    }

    /**
     * As many are sold as there are, one to a buyer, whoever was told to have one has it, and everybody else was told why
     * not; answers how many were sold.
     */
    private static int race(Prize prize, List<Buyer> buyers, ExecutorService threads) throws Exception {
        List<Buyer.Outcome> outcomes = new ArrayList<>();
        for (Future<Buyer.Outcome> outcome : threads.invokeAll(buyers)) {
            outcomes.add(outcome.get());
        }
        Map<String, String> owners = owners(prize, buyers.getFirst().nodes().getLast());
        for (Buyer.Outcome outcome : outcomes) {
            String owned = owners.get(outcome.buyer().email());
            Api.Answer answer = outcome.answer();
            if (outcome.bought()) {
                assertThat(answer.body().get("code").asString()).isEqualTo(owned);
            } else if (answer != null) {
                assertThat(answer.body().at(prize.complaint()).asString(""))
                        .as(answer.toString())
                        .isEqualTo(prize.words());
                assertThat(owned).as(outcome.buyer().toString()).isNull();
            }
        }
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.answer() != null && !outcome.bought())
                .isNotEmpty();
        assertThat(owners).hasSize(prize.count());
        return owners.size();
    }

    /** The codes of the orders by those who have them, who have one each. */
    private static Map<String, String> owners(Prize prize, Api api) throws Exception {
        Map<String, String> codes = new HashMap<>();
        for (JsonNode order : api.all(prize.office().path() + "orders/")) {
            assertThat(order.get("positions")).hasSize(1);
            assertThat(codes.put(
                            order.get("email").asString(), order.get("code").asString()))
                    .as(order.toString())
                    .isNull();
        }
        return codes;
    }
}
