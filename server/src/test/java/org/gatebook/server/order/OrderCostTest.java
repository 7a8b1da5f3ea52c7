package org.gatebook.server.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.server.order.CountedServer.Cost;
import org.gatebook.server.order.CountedServer.Request;
import org.gatebook.server.system.BoxOffice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What shops and doors do all day must stay cheap, and no order costs more statements by being larger. */
class OrderCostTest {

    @TempDir
    static Path data;

    private static CountedServer server;
    private static BoxOffice office;

    @BeforeAll
    static void an_event_that_sold_some() throws Exception {
        server = CountedServer.start(data);
        office = BoxOffice.open(server.api(), "costs", 1_000_000);
        // What a node does once (caches, kinds of events) belongs to no request.
        for (int i = 0; i < 3; i++) {
            life(2);
            server.cost(page());
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void an_order_with_two_positions_into_one_quota_takes_fourteen_statements() throws Exception {
        assertCheap(placed(2), 201, 14);
    }

    @Test
    void a_scan_takes_nine_statements() throws Exception {
        assertCheap(server.cost(scan(placed(2).answer().body(), 1)), 201, 9);
    }

    @Test
    void an_order_is_shown_by_three_statements() throws Exception {
        assertCheap(server.cost(detail(placed(2).answer().body())), 200, 3);
    }

    @Test
    void a_page_of_orders_is_shown_by_five_statements() throws Exception {
        assertCheap(server.cost(page()), 200, 5);
    }

    @Test
    void fifty_positions_take_no_more_statements_than_two() throws Exception {
        assertThat(life(50)).isEqualTo(life(2));
    }

    /** The statements of everything that usually becomes of an order of so many positions. */
    private static Map<String, List<String>> life(int positions) throws Exception {
        Map<String, List<String>> statements = new LinkedHashMap<>();
        each(positions).forEach((name, cost) -> {
            assertThat(cost.answer().status()).as(name + ": " + cost).isBetween(200, 204);
            // A stream that has become long is kept short for who reads it next: once in so many events.
            statements.put(
                    name,
                    cost.statements().stream()
                            .filter(statement -> !statement.startsWith("insert into ops.snapshot"))
                            .map(OrderCostTest::shape)
                            .toList());
        });
        return statements;
    }

    /** A statement without the number of its rows. */
    private static String shape(String statement) {
        return statement.replaceAll("(\\([?:a-z\\[\\], ]+\\))(, \\1)+", "$1");
    }

    private static Map<String, Cost> each(int positions) throws Exception {
        Map<String, Cost> costs = new LinkedHashMap<>();
        Cost placed = placed(positions);
        JsonNode order = placed.answer().body();
        String path = path(order);
        costs.put("placed", placed);
        costs.put("shown", server.cost(detail(order)));
        costs.put("paid", server.cost(api -> api.post(path + "mark_paid/", "{}")));
        costs.put("scanned", server.cost(scan(order, 0)));
        costs.put("changed", server.cost(api -> api.post(path + "change/", """
            {"patch_positions": [%s]}\
            """.formatted(patches(order)))));
        costs.put("canceled", server.cost(api -> api.post(path + "mark_canceled/", "{}")));
        return costs;
    }

    private static String patches(JsonNode order) {
        List<String> patches = new ArrayList<>();
        for (JsonNode position : order.get("positions")) {
            patches.add("{\"position\": %d, \"body\": {\"price\": \"20.00\"}}"
                    .formatted(position.get("id").asLong()));
        }
        return String.join(", ", patches);
    }

    @Test
    @Tag("torture")
    void an_order_of_five_hundred_positions_is_timed() throws Exception {
        for (int round = 0; round < 12; round++) {
            StringBuilder line = new StringBuilder();
            long began = System.nanoTime();
            Cost placed = placed(500);
            JsonNode order = placed.answer().body();
            append(line, "placed", placed, began);
            String path = path(order);
            Map<String, Request> rest = new LinkedHashMap<>();
            rest.put("shown", detail(order));
            rest.put("page", page());
            rest.put("paid", api -> api.post(path + "mark_paid/", "{}"));
            rest.put("changed", api -> api.post(path + "change/", "{\"patch_positions\": [" + patches(order) + "]}"));
            rest.put("canceled", api -> api.post(path + "mark_canceled/", "{}"));
            for (Map.Entry<String, Request> request : rest.entrySet()) {
                began = System.nanoTime();
                append(line, request.getKey(), server.cost(request.getValue()), began);
            }
            System.out.println("500 positions:" + line);
        }
    }

    private static void append(StringBuilder line, String name, Cost cost, long began) {
        assertThat(cost.answer().status()).as(cost.answer().toString()).isBetween(200, 204);
        line.append(" %s %.0f ms (%d statements)"
                .formatted(
                        name,
                        (System.nanoTime() - began) / 1e6,
                        cost.statements().size()));
    }

    private static void assertCheap(Cost cost, int status, int statements) {
        assertThat(cost.answer().status()).as(cost.answer().toString()).isEqualTo(status);
        assertThat(cost.statements()).hasSizeBetween(1, statements);
    }

    private static Cost placed(int positions) throws Exception {
        String position =
                "{\"item\": %d, \"attendee_name_parts\": {\"given_name\": \"Ada\", \"family_name\": \"King\"}}"
                        .formatted(office.item());
        return server.cost(api -> api.post(
                office.path() + "orders/", """
                    {"email": "a@example.org", "locale": "en", "sales_channel": "web", "positions": [%s]}\
                    """.formatted(String.join(", ", Collections.nCopies(positions, position)))));
    }

    private static Request scan(JsonNode order, int position) {
        String secret = order.at("/positions/" + position + "/secret").asString();
        return api -> api.post(
                office.path() + "checkinlists/" + office.list() + "/positions/" + secret + "/redeem/",
                "{\"force\": true}");
    }

    private static Request detail(JsonNode order) {
        String path = path(order);
        return api -> api.get(path);
    }

    private static Request page() {
        return api -> api.get(office.path() + "orders/");
    }

    private static String path(JsonNode order) {
        return office.path() + "orders/" + order.get("code").asString() + "/";
    }
}
