package org.gatebook.web.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.gatebook.web.node.Client.Reply;
import org.gatebook.web.node.Gate;
import org.gatebook.web.node.TwoNodes;
import org.junit.jupiter.api.Test;

/** What a repeated idempotency key does. */
class RepeatedKeyTest extends TwoNodes {

    @Test
    void gives_the_first_answer_again_on_another_node_whatever_is_asked() {
        String counter = counter();
        Reply done = raise(one, counter, "{\"by\":3}", KEY, "a" + counter);
        Reply again = raise(two, counter, "{\"by\":4}", KEY, "a" + counter);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(done.text());
        assertThat(again.header("Allow")).isEqualTo(done.header("Allow"));
        Reply elsewhere = two.send("PATCH", "/api/v1/nowhere", "nonsense", AUTH, FULL, KEY, "a" + counter);
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(elsewhere.text()).isEqualTo(done.text());
        assertThat(value(one, counter)).isEqualTo(3);
    }

    @Test
    void is_decided_per_credential() {
        String counter = counter();
        raise(one, counter, "{\"by\":3}", KEY, "b" + counter);
        assertThat(one.post(counter + "raise/", "{\"by\":4}", AUTH, "Token other", KEY, "b" + counter)
                        .status())
                .isEqualTo(200);
        assertThat(one.post(counter + "raise/", "{\"by\":4}", KEY, "b" + counter)
                        .status())
                .isEqualTo(401);
        assertThat(value(one, counter)).isEqualTo(7);
    }

    @Test
    void repeats_refusals_but_forgets_conflicts() {
        String counter = counter();
        assertThat(raise(one, counter, "{}", KEY, "c" + counter).text()).isEqualTo("[\"A valid number is required.\"]");
        assertThat(raise(one, counter, "{\"by\":1}", KEY, "c" + counter).status())
                .isEqualTo(400);
        assertThat(raise(one, counter, "{\"by\":101}", KEY, "d" + counter).status())
                .isEqualTo(409);
        assertThat(raise(one, counter, "{\"by\":5}", KEY, "d" + counter).status())
                .isEqualTo(200);
        assertThat(value(one, counter)).isEqualTo(5);
    }

    @Test
    void repeats_a_404_and_a_403_too() {
        assertThat(one.post("/api/v1/nowhere/", "{}", AUTH, FULL, KEY, "nowhere")
                        .status())
                .isEqualTo(404);
        assertThat(one.post(COUNTERS, "{}", AUTH, FULL, KEY, "nowhere").status())
                .isEqualTo(404);
        assertThat(one.post(COUNTERS, "{}", AUTH, "Token view", KEY, "denied").status())
                .isEqualTo(403);
        assertThat(one.post("/api/v1/nowhere/", "{}", AUTH, "Token view", KEY, "denied")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void is_nothing_for_reads_and_for_an_empty_key() {
        String counter = counter();
        raise(one, counter, "{\"by\":1}", KEY, "");
        raise(one, counter, "{\"by\":1}", KEY, "");
        raise(one, counter, "{\"by\":1}", KEY, "e" + counter);
        assertThat(one.get(counter, AUTH, FULL, KEY, "e" + counter)
                        .json()
                        .path("value")
                        .asLong())
                .isEqualTo(3);
    }

    @Test
    void can_be_asked_about() {
        String counter = counter();
        Reply done = raise(one, counter, "{\"by\":3}", KEY, "q" + counter.replace("/", ""));
        String query = "/api/v1/idempotency_query";
        assertThat(two.get(query + "?key=q" + counter.replace("/", ""), AUTH, FULL)
                        .text())
                .isEqualTo(done.text());
        Reply unseen = two.get(query + "?key=other", AUTH, FULL);
        assertThat(unseen.status()).isEqualTo(404);
        assertThat(unseen.detail()).isEqualTo("Idempotency key not seen before.");
        assertThat(two.get(query + "?key=other", AUTH, FULL).detail()).isEqualTo("Idempotency key not seen before.");
        assertThat(two.get(query, AUTH, FULL).detail()).isEqualTo("No idempotency key given.");
    }

    @Test
    void while_the_first_is_at_work_is_a_409_and_at_the_door_a_503() throws Exception {
        String counter = counter();
        try (Gate gate = first.closeGate()) {
            CompletableFuture<Reply> working =
                    one.later("POST", counter + "wait/", "{}", AUTH, FULL, KEY, "w" + counter);
            gate.awaitArrival();
            Reply busy = raise(two, counter, "{\"by\":1}", KEY, "w" + counter);
            assertThat(busy.status()).isEqualTo(409);
            assertThat(busy.detail()).isEqualTo("Concurrent request with idempotency key.");
            assertThat(busy.header("Retry-After")).isEqualTo("5");
            Reply door = two.post(SCAN, "{}", AUTH, FULL, KEY, "w" + counter);
            assertThat(door.status()).isEqualTo(503);
            assertThat(two.get("/api/v1/idempotency_query?key=w" + counter, AUTH, FULL)
                            .status())
                    .isEqualTo(409);
            gate.close();
            assertThat(working.get().status()).isEqualTo(200);
        }
        assertThat(raise(two, counter, "{\"by\":1}", KEY, "w" + counter).text()).contains("waited");
    }
}
