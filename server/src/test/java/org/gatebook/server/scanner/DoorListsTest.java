package org.gatebook.server.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.gatebook.server.system.Api;
import org.gatebook.server.system.BoxOffice;
import org.gatebook.server.system.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Numbers, searches and downloads of lists, of which nodes keep most in memory, are exact at once whatever node is asked. */
class DoorListsTest {

    /** More than what a node reads again each time. */
    private static final int ORDERS = 40;

    @TempDir
    Path data;

    @TempDir
    Path other;

    private BoxOffice office;
    private String key;

    @Test
    void lists_are_exact_at_once_on_either_node() throws Exception {
        try (Node one = Node.start(data);
                Node two = Node.startBeside(data, other)) {
            office = BoxOffice.open(one.api(), "lists", null);
            key = one.api()
                    .post(office.path() + "pretixdroid/configurations/", "{\"list\": " + office.list() + "}")
                    .body()
                    .get("key")
                    .asString();
            for (int sold = 1; sold <= ORDERS; sold++) {
                Node here = sold % 2 == 0 ? one : two;
                Node there = sold % 2 == 0 ? two : one;
                String code = BoxOffice.nextCode();
                JsonNode order = office.sell(here.api(), code).body();
                assertCounts(there, 2 * sold, sold - 1);
                scan(there, order);
                assertCounts(here, 2 * sold, sold);
                assertFound(there, code, 2);
                assertDownloaded(here, order, 2 * sold, true);
            }
            changed(one, two);
        }
    }

    /** Orders that were kept long ago become others, or nothing. */
    private void changed(Node one, Node two) throws Exception {
        String canceled = BoxOffice.nextCode();
        JsonNode order = office.sell(one.api(), canceled).body();
        assertCounts(one, 2 * ORDERS + 2, ORDERS);
        assertCounts(two, 2 * ORDERS + 2, ORDERS);
        one.api().post(office.path() + "orders/" + canceled + "/mark_canceled/", "{}");
        assertCounts(two, 2 * ORDERS, ORDERS);
        assertThat(download(two)).hasSize(2 * ORDERS);
        assertFound(two, canceled, 0);
        String renamed = BoxOffice.nextCode();
        order = office.sell(two.api(), renamed).body();
        assertFound(one, renamed, 2);
        long position = order.get("positions").get(0).get("id").asLong();
        Api.Answer patched = two.api()
                .patch(
                        office.path() + "orderpositions/" + position + "/",
                        "{\"attendee_name_parts\": {\"given_name\": \"Zoë\", \"family_name\": \"Quagga\"}}");
        assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
        assertFound(one, "zo%C3%AB+quag", 1);
        assertFound(two, "quagga", 1);
        Api.Answer limited = two.api()
                .patch(
                        office.path() + "checkinlists/" + office.list() + "/",
                        "{\"all_products\": false, \"limit_products\": []}");
        assertThat(limited.status()).as(limited.toString()).isEqualTo(200);
        assertCounts(one, 0, 0);
        assertThat(download(one)).isEmpty();
    }

    private void scan(Node node, JsonNode order) throws Exception {
        String secret = order.get("positions").get(0).get("secret").asString();
        Api.Answer scan = node.api().post("checkinrpc/redeem/", """
            {"secret": "%s", "lists": [%d]}\
            """.formatted(secret, office.list()));
        assertThat(scan.status()).as(scan.toString()).isEqualTo(201);
    }

    private void assertCounts(Node node, int positions, int entered) throws Exception {
        JsonNode status = node.api()
                .get(office.path() + "checkinlists/" + office.list() + "/status/")
                .body();
        assertThat(status.get("position_count").asInt()).isEqualTo(positions);
        assertThat(status.get("checkin_count").asInt()).isEqualTo(entered);
        assertThat(status.get("inside_count").asInt()).isEqualTo(entered);
        JsonNode listed = node.api()
                .get(office.path() + "checkinlists/" + office.list() + "/")
                .body();
        assertThat(listed.get("position_count")).isEqualTo(status.get("position_count"));
        assertThat(listed.get("checkin_count")).isEqualTo(status.get("checkin_count"));
    }

    private void assertFound(Node node, String text, int tickets) throws Exception {
        JsonNode found = node.api()
                .get("checkinrpc/search/?list=" + office.list() + "&search=" + text)
                .body();
        assertThat(found.get("count").asInt()).as("found by %s", text).isEqualTo(tickets);
    }

    private void assertDownloaded(Node node, JsonNode order, int rows, boolean scanned) throws Exception {
        JsonNode download = download(node);
        assertThat(download).hasSize(rows);
        String secret = order.get("positions").get(0).get("secret").asString();
        assertThat(download)
                .filteredOn(row -> row.get("secret").asString().equals(secret))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("redeemed").asBoolean()).isEqualTo(scanned);
                    assertThat(row.get("order")).isEqualTo(order.get("code"));
                });
    }

    private JsonNode download(Node node) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + node.port() + "/pretixdroid/api/" + Node.ORGANIZER + "/"
                + office.event() + "/download/?key=" + key);
        return ScannerHttp.JSON
                .readTree(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .get("results");
    }
}
