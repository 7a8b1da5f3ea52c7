package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A backup is taken while clients sell, scan and pay, and another folder goes on from it. */
class RestoredServerTest {

    @TempDir
    Path folder;

    @Test
    @Tag("torture")
    void what_was_acknowledged_before_the_backup_is_restored_and_no_number_is_given_twice() throws Exception {
        Path live = folder.resolve("live");
        Set<Long> given = new HashSet<>();
        Set<String> before = new HashSet<>();
        String office;
        long early;
        String cursor;
        try (Node node = Node.start(live)) {
            BoxOffice selling = BoxOffice.open(node.api(), "backup", null);
            office = selling.path();
            Tills tills = new Tills(node.api(), "BACKUP", 10, 100_000);
            try (Clients sales = selling.open(node.api(), 4);
                    Clients debits = tills.open(node.api(), 4)) {
                sales.awaitCount(100);
                debits.awaitCount(100);
                before.addAll(sales.acknowledged());
                early = sales.count();
                run(live, "backup", "--to", path("backup"), "--keys-to", path("keys"));
                assertThat((long) sales.count()).as("sales during the backup").isGreaterThan(early);
                sales.awaitCount(sales.count() + 50);
                assertThat(sales.refused()).isEmpty();
                assertThat(debits.refused()).isEmpty();
                run(live, "checkpoint", "write");
            }
            cursor = node.api().get(office + "orders/").pageGenerated();
            node.api().all(office + "orders/").forEach(order -> given.addAll(ids(order)));
        }
        Path restored = folder.resolve("restored");
        Files.createDirectories(restored);
        for (String key : List.of("master.key", "checkpoint.key")) {
            Files.copy(live.resolve(key), restored.resolve(key));
        }
        copy(live.resolve("evidence"), restored.resolve("evidence"));
        run(live, "backup", "--check", path("backup"));
        run(restored, "restore", "--from", path("backup"), "--keys-from", path("keys"), "--by", "test");
        try (Node node = Node.start(restored)) {
            Map<String, JsonNode> there = new HashMap<>();
            node.api()
                    .all(office + "orders/")
                    .forEach(order -> there.put(order.get("code").asString(), order));
            assertThat(told(there)).containsAll(before);

            // Who followed the list up to a moment that is lost gets all of it, and then what is new.
            Api.Answer again = node.api().get(changedSince(office, cursor));
            assertThat(again.body().get("count").asInt()).isEqualTo(there.size());
            assertThat(again.body().get("next").asString()).contains("modified_since=");
            Api.Answer then = node.api().get(changedSince(office, again.pageGenerated()));
            assertThat(then.body().get("count").asInt()).isZero();

            Api.Answer sold = node.api().post(office + "orders/", """
                {"email": "new@example.org", "locale": "en", "sales_channel": "web", "status": "p",
                 "payment_provider": "manual", "positions": [{"item": %d}]}\
                """.formatted(there.values()
                    .iterator()
                    .next()
                    .get("positions")
                    .get(0)
                    .get("item")
                    .asLong()));
            assertThat(sold.status()).as(sold.toString()).isEqualTo(201);
            assertThat(given).doesNotContainAnyElementsOf(ids(sold.body()));
        }
        for (String command : List.of("verify", "replay")) {
            assertThat(Node.run(restored, command))
                    .as(Node.log(restored, "command.log"))
                    .isZero();
        }
        assertThat(Node.log(restored, "command.log")).contains("signed events are lost");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String changedSince(String office, String moment) {
        return office + "orders/?ordering=-last_modified&modified_since=" + moment.replace("+", "%2B");
    }

    private static Set<String> told(Map<String, JsonNode> orders) {
        Set<String> told = new HashSet<>();
        orders.forEach((code, order) -> {
            told.add("sold " + code);
            if (!order.get("positions").get(0).get("checkins").isEmpty()) {
                told.add("scanned " + code);
            }
        });
        return told;
    }

    private static List<Long> ids(JsonNode order) {
        List<Long> ids = new ArrayList<>();
        order.get("positions").forEach(position -> {
            ids.add(position.get("id").asLong());
            position.get("checkins").forEach(scan -> ids.add(scan.get("id").asLong()));
        });
        return ids;
    }

    private static void run(Path data, String... task) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("admin"));
        command.addAll(List.of(task));
        assertThat(Node.run(data, command.toArray(String[]::new)))
                .as(Node.log(data, "command.log"))
                .isZero();
    }
}
