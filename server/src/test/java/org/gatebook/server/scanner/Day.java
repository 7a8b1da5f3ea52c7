package org.gatebook.server.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatebook.server.system.Api;
import org.gatebook.server.system.BoxOffice;
import tools.jackson.databind.JsonNode;

/** An event whose doors lose the network for a while. */
final class Day {

    private static final int MORE = 200;
    private static final int LOSSES_IN_HUNDRED = 4;

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
        new DayCheck(api, office, ports, signed, apps).verify();
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
                    api.post(office.path() + "orderpositions/" + position + "/add_block/", "{\"name\": \"api:lost\"}");
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
            app.scanOnline(position.get("secret").asString(), position.get("id").asLong());
            if (i % 10 == 0) {
                app.synchronize();
            }
        }
        drain(app);
    }
}
