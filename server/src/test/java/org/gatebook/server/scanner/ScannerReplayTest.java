package org.gatebook.server.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatebook.server.system.Api;
import org.gatebook.server.system.BoxOffice;
import org.gatebook.server.system.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The real scanner app against a real server: after hours offline, with a wrong clock and over a bad network no scan is
 * lost, none counted twice, and what it has downloaded piece by piece is what the server holds.
 */
class ScannerReplayTest {

    private static final int MORE = 200;
    private static final int LOSSES_IN_HUNDRED = 4;

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

    /** An event whose doors lose the network for a while. */
    private static final class Day {

        private final Api api;
        private final BoxOffice office;
        private final List<Integer> ports;
        private final boolean signed;
        private final int scans;
        private final SplittableRandom random = new SplittableRandom(11);
        private final List<JsonNode> sold = new ArrayList<>();
        private final List<ScannerApp> apps = new ArrayList<>();

        /** @param signed whether tickets have secrets that tell by themselves whose they are */
        Day(Api api, List<Integer> ports, String event, boolean signed, int orders, int scans) throws Exception {
            this.api = api;
            this.ports = ports;
            this.signed = signed;
            this.scans = scans;
            this.office = BoxOffice.open(api, event, null);
            api.patch(
                    office.path() + "settings/",
                    "{\"payment_manual__enabled\": true"
                            + (signed ? ", \"ticket_secret_generator\": \"pretix_sig1\"}" : "}"));
            Api.Answer live = api.patch(office.path(), "{\"live\": true}");
            assertThat(live.status()).as(live.toString()).isEqualTo(200);
            sell(orders);
        }

        private void sell(int orders) throws Exception {
            for (int i = 0; i < orders; i++) {
                Api.Answer order = office.sell(api, BoxOffice.nextCode());
                assertThat(order.status()).as(order.toString()).isEqualTo(201);
                sold.add(order.body());
            }
        }

        void play() throws Exception {
            ScannerApp slow = pair(Duration.ofHours(-3));
            ScannerApp fast = pair(Duration.ofDays(2));
            ScannerApp online = pair(Duration.ZERO);
            for (ScannerApp app : apps) {
                complete(app);
            }
            goOffline(slow, scans);
            goOffline(fast, scans / 3);
            change();
            apps.forEach(app -> app.http().lose(LOSSES_IN_HUNDRED));
            AtomicBoolean open = new AtomicBoolean(true);
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                Future<?> sales = threads.submit(selling(open));
                List<Future<?>> gates = List.of(
                        threads.submit(() -> drain(slow)),
                        threads.submit(() -> drain(fast)),
                        threads.submit(() -> gate(online)));
                for (Future<?> gate : gates) {
                    gate.get();
                }
                open.set(false);
                sales.get();
            }
            for (ScannerApp app : apps) {
                app.http().lose(0);
                app.http().settle();
                app.install("2.3.1");
                app.synchronize();
            }
            verify();
        }

        private ScannerApp pair(Duration clockError) throws Exception {
            ScannerApp app = ScannerApp.pair(api, office, ports, clockError, apps.size() + 1L);
            apps.add(app);
            return app;
        }

        /** A first download over the bad network, which is interrupted and goes on. */
        private void complete(ScannerApp app) {
            app.http().lose(2 * LOSSES_IN_HUNDRED);
            for (int cycle = 0; cycle < 5; cycle++) {
                app.synchronize();
            }
            app.http().lose(0);
            app.http().settle();
            app.synchronize();
            assertThat(app.copy().orders()).hasSize(sold.size());
            assertThat(app.copy().list("items/")).containsExactly(office.item());
            assertThat(app.copy().list("checkinlists/?exclude=checkin_count&exclude=position_count"))
                    .containsExactly(office.list());
        }

        private void goOffline(ScannerApp app, int wanted) {
            int queued = 0;
            while (queued < wanted) {
                String type = random.nextInt(4) == 0 ? "exit" : "entry";
                String secret = random.nextInt(50) == 0 ? "nobodys" + queued : secret(random.nextInt(sold.size()));
                queued += app.scanOffline(secret, type) ? 1 : 0;
            }
        }

        private String secret(int order) {
            return sold.get(order)
                    .get("positions")
                    .get(random.nextInt(2))
                    .get("secret")
                    .asString();
        }

        /** What becomes of orders while nobody at the door hears of it. */
        private void change() throws Exception {
            for (int i = 0; i < 15; i++) {
                JsonNode order = sold.get(i);
                String code = order.get("code").asString();
                long position = order.get("positions").get(0).get("id").asLong();
                Api.Answer answer = switch (i % 3) {
                    case 0 -> api.post(office.path() + "orders/" + code + "/mark_canceled/", "{}");
                    case 1 ->
                        api.post(
                                office.path() + "orderpositions/" + position + "/add_block/",
                                "{\"name\": \"api:lost\"}");
                    default -> api.post(office.path() + "orders/" + code + "/regenerate_secrets/", "{}");
                };
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            }
        }

        private Callable<Void> selling(AtomicBoolean open) {
            return () -> {
                for (int i = 0; open.get() && i < MORE; i++) {
                    Api.Answer order = office.sell(api, BoxOffice.nextCode());
                    assertThat(order.status()).as(order.toString()).isEqualTo(201);
                    api.post(
                            "reusablemedia/",
                            "{\"type\": \"barcode\", \"identifier\": \"" + office.event() + "M" + i + "\"}");
                }
                return null;
            };
        }

        private static void drain(ScannerApp app) {
            for (int cycle = 0; app.queued() > 0; cycle++) {
                assertThat(cycle).as("cycles of an upload").isLessThan(2_000);
                app.synchronize();
            }
        }

        /** Scans online what others scan too, and synchronizes now and then. */
        private void gate(ScannerApp app) {
            for (int i = 20; i < 20 + scans / 5; i++) {
                JsonNode position = sold.get(i % sold.size()).get("positions").get(i / sold.size());
                app.scanOnline(
                        position.get("secret").asString(), position.get("id").asLong());
                if (i % 10 == 0) {
                    app.synchronize();
                }
            }
            drain(app);
        }

        private void verify() throws Exception {
            ScannerApp truth = ScannerApp.pair(api, office, ports, Duration.ZERO, 99);
            truth.synchronize();
            Map<String, JsonNode> orders = truth.copy().orders();
            assertThat(orders).hasSize(api.all(office.path() + "orders/").size());
            for (ScannerApp app : apps) {
                assertThat(app.copy().orders()).isEqualTo(orders);
                assertThat(app.copy().blocked()).isEqualTo(truth.copy().blocked());
                assertThat(app.copy().revoked()).isEqualTo(truth.copy().revoked());
                assertThat(app.copy().media().keySet())
                        .isEqualTo(truth.copy().media().keySet());
                assertScans(app, orders);
            }
            assertThat(truth.copy().blocked()).hasSize(5);
            assertSigned(truth);
            assertThat(truth.copy().media()).isNotEmpty();
            assertCounted(orders);
        }

        /** Codes that the app has never seen tell their product by the keys that the event shows, and nothing else does. */
        private void assertSigned(ScannerApp app) throws Exception {
            assertThat(app.copy().revoked().size()).isEqualTo(signed ? 20 : 0);
            JsonNode keys = app.copy().validKeys();
            Api.Answer order = office.sell(api, BoxOffice.nextCode());
            String code = order.body().get("positions").get(0).get("secret").asString();
            assertThat(SignedTicket.read(code, keys)).isEqualTo(signed ? new SignedTicket(office.item()) : null);
            if (signed) {
                char[] forged = code.toCharArray();
                forged[forged.length / 2] = forged[forged.length / 2] == 'A' ? 'B' : 'A';
                assertThat(SignedTicket.read(new String(forged), keys)).isNull();
            }
        }

        /** Every scan that the app was told ok for is there, once, at the time that its clock showed, and no other is. */
        private void assertScans(ScannerApp app, Map<String, JsonNode> orders) {
            List<String> expected = new ArrayList<>();
            List<String> found = new ArrayList<>();
            Set<Long> asked = new HashSet<>();
            for (QueuedScan scan : app.accepted()) {
                if (scan.asked()) {
                    asked.add(scan.position());
                }
                expected.add(scan.position() + scan.type() + (scan.asked() ? "" : scan.at()));
            }
            for (JsonNode order : orders.values()) {
                for (JsonNode position : order.get("positions")) {
                    long id = position.get("id").asLong();
                    for (JsonNode scan : position.get("checkins")) {
                        if (scan.get("device_id").asLong(0) == app.device()) {
                            assertThat(scan.get("list").asLong()).isEqualTo(office.list());
                            Instant at = Instant.parse(scan.get("datetime").asString());
                            found.add(id + scan.get("type").asString() + (asked.contains(id) ? "" : at));
                        }
                    }
                }
            }
            assertThat(expected).isNotEmpty();
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        }

        private void assertCounted(Map<String, JsonNode> orders) throws Exception {
            int rows = 0;
            int entered = 0;
            int inside = 0;
            for (JsonNode order : orders.values()) {
                for (JsonNode position : order.get("positions")) {
                    rows += position.get("checkins").size();
                    if (order.get("status").asString().equals("p")) {
                        Map<String, Instant> newest = new HashMap<>();
                        position.get("checkins")
                                .forEach(scan -> newest.merge(
                                        scan.get("type").asString(),
                                        Instant.parse(scan.get("datetime").asString()),
                                        (a, b) -> a.isAfter(b) ? a : b));
                        Instant in = newest.get("entry");
                        Instant out = newest.getOrDefault("exit", Instant.MIN);
                        entered += in == null ? 0 : 1;
                        inside += in == null || !in.isAfter(out) ? 0 : 1;
                    }
                }
            }
            int accepted = apps.stream().mapToInt(app -> app.accepted().size()).sum();
            int unknown = apps.stream().mapToInt(app -> app.unknown().size()).sum();
            int tries = apps.stream().mapToInt(ScannerApp::tries).sum();
            assertThat(rows).isEqualTo(accepted);
            assertThat(tries)
                    .as("uploads were repeated")
                    .isGreaterThan(apps.stream()
                                    .mapToInt(app -> (int) app.accepted().stream()
                                            .filter(scan -> !scan.asked())
                                            .count())
                                    .sum()
                            + unknown);
            JsonNode status = api.get(office.path() + "checkinlists/" + office.list() + "/status/")
                    .body();
            assertThat(status.get("checkin_count").asInt()).isEqualTo(entered);
            assertThat(status.get("inside_count").asInt()).isEqualTo(inside);
            assertThat(history("ticket.scanned")).isEqualTo(rows);
            // A secret that was replaced is known as long as it is revoked; random ones are not.
            assertThat(unknown).isEqualTo(signed ? 0 : unknown).isGreaterThanOrEqualTo(signed ? 0 : 1);
            assertThat(history("scan.refused"))
                    .isGreaterThanOrEqualTo(
                            apps.stream().mapToInt(ScannerApp::refusedCodes).sum() + unknown);
            System.out.printf(
                    "%d scans of %d apps, uploaded by %d tries, each there once; %d orders in every copy%n",
                    rows, apps.size(), tries, orders.size());
        }

        private long history(String type) throws Exception {
            return api.get(office.path() + "history/?page_size=1&type=" + type)
                    .body()
                    .get("count")
                    .asLong();
        }
    }
}
