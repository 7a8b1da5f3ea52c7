package org.gatebook.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatebook.server.system.Api;
import org.gatebook.server.system.BoxOffice;
import org.gatebook.server.system.HeldRow;
import org.gatebook.server.system.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who follows an event's orders by {@code modified_since} has every one in its last version (ADR 0009). */
class OrderDeltaTest {

    private static final int WRITERS = 16;
    private static final int ORDERS = 24;
    private static final int HELD = 6;

    private static final String TOUCH = """
        select 1 from read_1.order_touch
         where id = (select o.id from read_1.orders o where o.code = ?) for update
        """;

    @TempDir
    Path data;

    @TempDir
    Path other;

    @Test
    void who_follows_changes_misses_none_of_slow_writers() throws Exception {
        try (Node node = Node.start(data)) {
            assertThat(run("followed", List.of(node.api()), Duration.ofSeconds(6))
                            .missed())
                    .isZero();
        }
    }

    @Test
    @Tag("torture")
    void who_follows_changes_misses_none_of_slow_writers_in_ten_long_runs() throws Exception {
        List<Run> runs = new ArrayList<>();
        try (Node one = Node.start(data);
                Node two = Node.startBeside(data, other)) {
            for (int i = 0; i < 10; i++) {
                runs.add(run("followed" + i, List.of(one.api(), two.api()), Duration.ofSeconds(15)));
            }
        }
        System.out.println("modified_since: " + runs);
        assertThat(runs).allSatisfy(run -> assertThat(run.missed()).isZero());
        // Or the harness proves nothing.
        assertThat(runs).anySatisfy(run -> assertThat(run.missedByOwnClock()).isPositive());
    }

    /**
     * What came of a run.
     *
     * @param missed orders of which the follower has an older version in the end
     * @param missedByOwnClock the same, of one who trusts a clock instead of the pages
     */
    private record Run(int asked, int changes, int orders, long missed, long missedByOwnClock) {}

    private Run run(String event, List<Api> nodes, Duration duration) throws Exception {
        BoxOffice office = BoxOffice.open(nodes.getFirst(), event, 1_000_000);
        List<JsonNode> sold = new CopyOnWriteArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            sold.add(office.sell(nodes.getFirst(), BoxOffice.nextCode()).body());
        }
        String orders = office.path() + "orders/";
        Follower follower = Follower.documented(nodes.getLast(), orders);
        Follower naive = Follower.byItsOwnClock(nodes.getLast(), orders);
        AtomicInteger changes = new AtomicInteger();
        List<HeldRow> held = new ArrayList<>();
        List<Future<?>> writers = new ArrayList<>();
        Instant end = Instant.now().plus(duration);
        int asked = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // New orders wait for the quota's counter, changed ones for their own row.
            held.add(new HeldRow(
                    data,
                    "select 1 from ops.usage_counter where kind = 'quota' and id = ? for update",
                    office.quota()));
            for (int i = 0; i < HELD; i++) {
                held.add(new HeldRow(data, TOUCH, sold.get(i).get("code").asString()));
            }
            for (int i = 0; i < WRITERS; i++) {
                Api api = nodes.get(i % nodes.size());
                writers.add(threads.submit(() -> {
                    while (Instant.now().isBefore(end)) {
                        write(api, office, sold, changes.incrementAndGet());
                    }
                    return null;
                }));
            }
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                follower.ask();
                naive.ask();
                asked++;
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            for (HeldRow row : held) {
                row.close();
            }
        }
        follower.ask();
        naive.ask();
        // The same node: what it says has its own address in it.
        Follower truth = Follower.documented(nodes.getLast(), orders);
        truth.ask();
        assertThat(truth.known()).hasSameSizeAs(sold);
        return new Run(asked, changes.get(), sold.size(), missed(follower, truth), missed(naive, truth));
    }

    private static long missed(Follower follower, Follower truth) {
        return truth.known().entrySet().stream()
                .filter(order -> !Objects.equals(follower.known().get(order.getKey()), order.getValue()))
                .count();
    }

    /** One of the things that happen to orders; those that were there first happen to change most. */
    private static void write(Api api, BoxOffice office, List<JsonNode> sold, int number) throws Exception {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        JsonNode order = sold.get(random.nextInt(random.nextBoolean() ? ORDERS : sold.size()));
        String path = office.path() + "orders/" + order.get("code").asString() + "/";
        String position =
                office.path() + "orderpositions/" + order.at("/positions/1/id").asLong() + "/";
        Api.Answer answer = switch (random.nextInt(8)) {
            case 0 -> office.sell(api, BoxOffice.nextCode());
            case 1 -> office.scan(api, order.at("/positions/0/secret").asString(), "n" + number);
            case 2 -> api.patch(position, "{\"attendee_name\": \"Ada " + number + "\"}");
            case 3 -> api.post(path + "mark_pending/", "{}");
            case 4 -> api.post(path + "mark_paid/", "{\"send_email\": false}");
            default -> api.patch(path, "{\"comment\": \"c" + number + "\"}");
        };
        if (answer.status() == 201 && answer.body().has("code")) {
            sold.add(answer.body());
        }
        // Refused: scanned or paid already, or too busy.
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 400, 409, 503);
    }
}
