package org.gatebook.server.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatebook.server.system.Api;
import org.gatebook.server.system.BoxOffice;
import tools.jackson.databind.JsonNode;

/**
 * What must be true of a day at the door when everything is uploaded.
 *
 * @param signed whether tickets have secrets that tell by themselves whose they are
 */
record DayCheck(Api api, BoxOffice office, List<Integer> ports, boolean signed, List<ScannerApp> apps) {

    private static final Pattern NODE = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");

    void verify() throws Exception {
        ScannerApp truth = ScannerApp.pair(api, office, ports, Duration.ZERO, 99);
        truth.synchronize();
        Map<String, JsonNode> orders = truth.copy().orders();
        assertThat(orders).hasSize(api.all(office.path() + "orders/").size());
        for (ScannerApp app : apps) {
            assertThat(withoutNodes(app.copy().orders())).isEqualTo(withoutNodes(orders));
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
        assertTold();
    }

    /** Links lead to the node that was asked. */
    private static Map<String, String> withoutNodes(Map<String, JsonNode> orders) {
        return orders.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        order -> NODE.matcher(order.getValue().toString()).replaceAll("")));
    }

    /** A scan is a fact, the judgement another: who, what, where and when by both clocks, and what was decided and why. */
    private void assertTold() throws Exception {
        for (ScannerApp app : apps) {
            JsonNode told = newest("ticket.scanned", app);
            JsonNode scan = told.at("/payload/scan");
            assertThat(told.at("/actor/kind").asString()).isEqualTo("device");
            assertThat(told.at("/aggregate/id").asString()).matches("position:[0-9]+");
            assertThat(scan.get("list").asLong()).isEqualTo(office.list());
            assertThat(scan.get("type").asString()).isIn("entry", "exit");
            assertThat(scan.get("nonce").asString()).isNotEmpty();
            Duration ahead = Duration.between(
                    Instant.parse(told.get("recorded_at").asString()),
                    Instant.parse(scan.get("at").asString()));
            // Offline scans are told when the network is back, and clocks of devices are wrong by hours.
            assertThat(ahead.minus(app.clockError()).abs()).isLessThan(Duration.ofHours(1));
        }
        JsonNode refused = newest("ticket.scan_refused", apps.getFirst());
        assertThat(refused.at("/payload/reason").asString()).isEqualTo("already_redeemed");
        assertThat(refused.at("/payload/scan/forceSent").asBoolean()).isTrue();
    }

    private JsonNode newest(String type, ScannerApp app) throws Exception {
        JsonNode page;
        int number = 1;
        do {
            page = api.get(office.path() + "history/?page=" + number++ + "&type=" + type)
                    .body();
            for (JsonNode entry : page.get("results")) {
                if (entry.at("/payload/scan/deviceId").asLong(0) == app.device()) {
                    return entry;
                }
            }
        } while (!page.get("next").isNull());
        throw new AssertionError("no " + type + " of device " + app.device());
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
