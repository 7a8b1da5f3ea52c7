package org.gatebook.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.config.HttpSettings;
import org.gatebook.web.node.Client;
import org.gatebook.web.node.Client.Reply;
import org.gatebook.web.node.Gate;
import org.gatebook.web.node.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransportTest {

    private static final String COUNTERS = "/api/v1/organizers/acme/counters/";
    private static final String AUTH = "Authorization";
    private static final String FULL = "Token full";

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static Node node;
    private static Client client;
    private static String counter;

    @BeforeAll
    static void start() {
        HttpSettings settings = new HttpSettings(4096, 1, Duration.ofMillis(200), List.of("127.0.0.1"), null, true);
        node = Node.start(POSTGRES.application(), settings);
        client = node.client();
        counter = COUNTERS
                + client.post(COUNTERS, "{}", AUTH, FULL).json().path("id").asLong() + "/";
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Reply patch(String body, String type) {
        return client.send("PATCH", counter, body, AUTH, FULL, "Content-Type", type);
    }

    @Test
    void a_read_without_the_final_slash_is_redirected_and_keeps_its_parameters() {
        Reply reply = client.get("/api/v1/organizers/acme/counters?a=1&b=2", AUTH, FULL);
        assertThat(reply.status()).isEqualTo(301);
        assertThat(reply.header("Location")).isEqualTo("/api/v1/organizers/acme/counters/?a=1&b=2");
        assertThat(client.get("/api/v1/organizers/acme/counters").status()).isEqualTo(301);
    }

    @Test
    void a_body_without_the_final_slash_is_never_lost_silently() {
        for (String method : List.of("POST", "PUT", "PATCH")) {
            assertThat(client.send(method, "/api/v1/organizers/acme/counters", "{}", AUTH, FULL)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void addresses_without_a_slash_have_none_and_doubled_ones_do_not_exist() {
        assertThat(client.get("/api/v1/version", AUTH, FULL).status()).isEqualTo(200);
        assertThat(client.get("/api/v1/version/", AUTH, FULL).status()).isEqualTo(404);
        assertThat(client.get(counter + "/", AUTH, FULL).status()).isEqualTo(404);
        assertThat(client.get("/api//v1/version", AUTH, FULL).status()).isEqualTo(404);
        assertThat(client.get("/api/v1/nonsense%2Fx/", AUTH, FULL).detail()).isEqualTo("Not found.");
    }

    @Test
    void a_body_may_be_json_or_a_form_and_may_be_empty() {
        assertThat(patch("{\"a\": [1.10]}", "application/json; charset=utf-8").text())
                .isEqualTo("{\"json\":{\"a\":[1.10]}}");
        assertThat(patch("a=x+y&a=%C3%A9", "application/x-www-form-urlencoded")
                        .json()
                        .path("form")
                        .path("a")
                        .toString())
                .isEqualTo("[\"x y\",\"é\"]");
        assertThat(patch(
                                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nz\r\n--b--",
                                "multipart/form-data; boundary=b")
                        .json()
                        .path("form")
                        .path("a")
                        .toString())
                .isEqualTo("[\"z\"]");
        assertThat(client.send("PATCH", counter, null, AUTH, FULL).text()).isEqualTo("{\"json\":{}}");
    }

    @Test
    void other_media_types_are_415_and_broken_json_is_400() {
        Reply text = patch("a=1", "text/plain");
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.detail()).isEqualTo("Unsupported media type \"text/plain\" in request.");
        Reply broken = patch("{\"a\": ", "application/json");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.detail()).startsWith("JSON parse error - ");
    }

    @Test
    void a_body_beyond_the_limit_is_a_413_in_the_shape_of_the_api() {
        Reply large = patch("{\"a\": \"" + "x".repeat(5000) + "\"}", "application/json");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.detail()).isNotEmpty();
    }

    @Test
    void large_answers_are_compressed_for_clients_that_take_it() throws IOException {
        Reply plain = client.get(COUNTERS, AUTH, FULL);
        Reply packed = client.get(COUNTERS, AUTH, FULL, "Accept-Encoding", "gzip");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        byte[] bytes =
                new GZIPInputStream(new ByteArrayInputStream(packed.response().body())).readAllBytes();
        assertThat(new String(bytes, StandardCharsets.UTF_8).length())
                .isEqualTo(plain.text().length());
        assertThat(packed.response().body().length).isLessThan(plain.response().body().length / 2);
    }

    @Test
    void a_request_id_is_answered_and_made_when_none_was_sent() {
        assertThat(client.get(COUNTERS, AUTH, FULL, "X-Request-ID", "shop-0815").header("X-Request-ID"))
                .isEqualTo("shop-0815");
        assertThat(client.get("/api/v1/nonsense/").header("X-Request-ID")).hasSize(32);
    }

    @Test
    void links_start_where_the_client_said_it_was_or_where_a_trusted_proxy_says() {
        assertThat(client.get(COUNTERS, AUTH, FULL).json().path("link").asString())
                .isEqualTo(client.base() + COUNTERS);
        Reply proxied = client.get(
                COUNTERS,
                AUTH,
                FULL,
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "tickets.example.org",
                "X-Forwarded-For",
                "203.0.113.5");
        assertThat(proxied.json().path("link").asString()).isEqualTo("https://tickets.example.org" + COUNTERS);
        assertThat(proxied.json().path("client").asString()).isEqualTo("203.0.113.5");
    }

    @Test
    void a_list_that_is_followed_says_when_it_was_made() {
        Reply list = client.get(COUNTERS, AUTH, FULL);
        Instant generated = Instant.parse(list.header("X-Page-Generated"));
        assertThat(generated)
                .isBeforeOrEqualTo(
                        Instant.parse(list.json().path("now").asString()).plusMillis(50));
        assertThat(client.get(counter, AUTH, FULL).header("X-Page-Generated")).isEmpty();
        assertThat(list.header("Vary")).containsIgnoringCase("Accept-Language");
    }

    @Test
    void what_cannot_be_served_in_time_is_a_quick_503() throws Exception {
        try (Gate gate = node.closeGate()) {
            CompletableFuture<Reply> working = client.later("POST", counter + "wait/", "{}", AUTH, FULL);
            gate.awaitArrival();
            Reply busy = client.get(COUNTERS, AUTH, FULL);
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.header("Retry-After")).isEqualTo("1");
            assertThat(busy.header("Content-Type")).isEqualTo("application/json");
            assertThat(client.get("/api/v1/nonsense/").status()).isEqualTo(404);
            gate.close();
            assertThat(working.get().status()).isEqualTo(200);
        }
        assertThat(client.get(COUNTERS, AUTH, FULL).status()).isEqualTo(200);
    }
}
