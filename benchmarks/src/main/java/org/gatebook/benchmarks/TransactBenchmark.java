package org.gatebook.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gift card transactions over HTTP, round by round beside their floors in the same database. */
final class TransactBenchmark {

    private static final int CARDS = 1_000;
    private static final Pattern ID = Pattern.compile("\"id\":\\s*(\\d+)");

    private final Path jar;
    private final Path data;
    private final Options options;
    private final PrintStream out;

    /** What to measure. */
    record Options(List<Integer> clients, int rounds, Duration round, Duration warmUp) {}

    TransactBenchmark(Path jar, Path data, Options options, PrintStream out) {
        this.jar = jar;
        this.data = data;
        this.options = options;
        this.out = out;
    }

    void run() throws Exception {
        try (ServerProcess server = ServerProcess.start(jar, data, null, null)) {
            List<Long> cards = issue(server.port());
            AtomicLong floorCards = new AtomicLong();
            ClosedLoop.Clients api = number -> new ApiClient(server.port(), cards);
            ClosedLoop.Clients hot = number -> new ApiClient(server.port(), cards.subList(0, 1));
            ClosedLoop.Clients floor =
                    number -> new TransactFloor(server.connect(), false, floorCards.incrementAndGet());
            ClosedLoop.Clients fixed =
                    number -> new TransactFloor(server.connect(), true, floorCards.incrementAndGet());
            ClosedLoop.run(16, options.warmUp(), api);
            ClosedLoop.run(16, options.warmUp().dividedBy(3), floor);
            out.println("| clients | what | rate | p50 | p99 | of floor | of fixed floor |");
            out.println("|---|---|---|---|---|---|---|");
            for (int clients : options.clients()) {
                measure(clients, api, floor, fixed);
            }
            Figures hotCard = new Figures();
            for (int round = 0; round < options.rounds(); round++) {
                hotCard.add(ClosedLoop.run(16, options.round(), hot));
            }
            out.printf(Locale.ROOT, "| 16 | transact, all on one card | %s | | |%n", hotCard.row());
            statements(cards);
        }
    }

    private void measure(int clients, ClosedLoop.Clients api, ClosedLoop.Clients floor, ClosedLoop.Clients fixed)
            throws Exception {
        Map<String, Figures> figures = new LinkedHashMap<>();
        figures.put("transact", new Figures());
        figures.put("floor: the same SQL by JDBC", new Figures());
        figures.put("fixed floor: one event, one upsert", new Figures());
        List<ClosedLoop.Clients> kinds = List.of(api, floor, fixed);
        for (int round = 0; round < options.rounds(); round++) {
            int kind = 0;
            for (Figures figure : figures.values()) {
                figure.add(ClosedLoop.run(clients, options.round(), kinds.get(kind++)));
            }
        }
        List<Double> rates = figures.values().stream().map(Figures::perSecond).toList();
        figures.forEach((name, figure) -> {
            String ratios = name.equals("transact")
                    ? String.format(
                            Locale.ROOT, "%.2f | %.2f", rates.get(0) / rates.get(1), rates.get(0) / rates.get(2))
                    : " | ";
            out.printf(Locale.ROOT, "| %d | %s | %s | %s |%n", clients, name, figure.row(), ratios);
        });
    }

    /** Lets a second node work through a wire tap and says what it sent for one transaction. */
    private void statements(List<Long> cards) throws Exception {
        Properties folder = ServerProcess.folder(data);
        try (WireTap tap = new WireTap(Integer.parseInt(folder.getProperty("port")))) {
            String address = "@127.0.0.1:" + tap.port() + "/gatebook";
            try (ServerProcess tapped = ServerProcess.start(
                            jar,
                            data,
                            "postgresql://gatebook_app:" + folder.getProperty("application.password") + address,
                            "postgresql://gatebook_owner:" + folder.getProperty("owner.password") + address);
                    ApiClient client = new ApiClient(tapped.port(), cards.subList(0, 1))) {
                for (int i = 0; i < 20; i++) {
                    client.step();
                }
                List<String> last = quietStep(tap, client);
                out.println();
                out.println("Statements of one transaction: " + last.size());
                last.forEach(s -> out.println("    " + s));
                List<String> expected = List.of(
                        TransactFloor.ENTER,
                        TransactFloor.CATCH_UP,
                        TransactFloor.APPEND,
                        TransactFloor.CARD,
                        TransactFloor.TRANSACTION);
                out.println(
                        shape(last).equals(shape(expected))
                                ? "The floor sends the same statements."
                                : "THE FLOOR SENDS OTHER STATEMENTS: its figures do not count.");
            }
        }
    }

    /** Background work shares the wire; a step during which none of it ran is the one that counts. */
    private static List<String> quietStep(WireTap tap, ApiClient client) throws Exception {
        List<String> fewest = List.of();
        for (int i = 0; i < 20; i++) {
            Thread.sleep(37);
            tap.drain();
            client.step();
            List<String> sent = tap.drain();
            if (fewest.isEmpty() || sent.size() < fewest.size()) {
                fewest = sent;
            }
        }
        return fewest;
    }

    private static List<String> shape(List<String> statements) {
        return statements.stream()
                .map(s -> s.replaceAll("\\$\\d+", "?").replaceAll("\\s+", ""))
                .toList();
    }

    /** Issues the cards that benchmarks work with; answers their ids. */
    static List<Long> issue(int port) throws IOException {
        List<Long> cards = new ArrayList<>();
        try (KeepAliveClient client = new KeepAliveClient(port, BenchmarkOrganizer.TOKEN)) {
            for (int i = 0; i < CARDS; i++) {
                KeepAliveClient.Answer answer = client.post(
                        "/api/v1/organizers/" + BenchmarkOrganizer.SLUG + "/giftcards/",
                        "{\"secret\": \"BENCH" + i + "\", \"value\": \"1000000.00\", \"currency\": \"EUR\"}");
                Matcher id = ID.matcher(answer.body());
                if (answer.status() != 201 || !id.find()) {
                    throw new IllegalStateException("no card was issued: " + answer);
                }
                cards.add(Long.valueOf(id.group(1)));
            }
        }
        return cards;
    }

    /** A till: charges a card at random, over and over. */
    private static final class ApiClient implements ClosedLoop.Client {

        private final KeepAliveClient client;
        private final List<Long> cards;

        ApiClient(int port, List<Long> cards) throws IOException {
            this.client = new KeepAliveClient(port, BenchmarkOrganizer.TOKEN);
            this.cards = cards;
        }

        @Override
        public void step() throws IOException {
            long card = cards.get(ThreadLocalRandom.current().nextInt(cards.size()));
            KeepAliveClient.Answer answer = client.post(
                    "/api/v1/organizers/" + BenchmarkOrganizer.SLUG + "/giftcards/" + card + "/transact/",
                    "{\"value\": \"-0.01\"}");
            if (answer.status() != 200) {
                throw new IllegalStateException("a transaction was refused: " + answer);
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }
}
