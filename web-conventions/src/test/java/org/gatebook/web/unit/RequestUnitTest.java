package org.gatebook.web.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.gatebook.web.node.Client;
import org.gatebook.web.node.Client.Reply;
import org.gatebook.web.node.TwoNodes;
import org.junit.jupiter.api.Test;

class RequestUnitTest extends TwoNodes {

    @Test
    void the_answer_shows_what_the_request_itself_did() {
        Reply opened = one.post(COUNTERS, "{}", AUTH, FULL);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().path("value").asLong()).isZero();
    }

    @Test
    void another_node_sees_it_at_once() {
        String counter = counter();
        for (int i = 1; i <= 20; i++) {
            Client writer = i % 2 == 0 ? one : two;
            Client reader = i % 2 == 0 ? two : one;
            assertThat(raise(writer, counter, "{\"by\":1}").status()).isEqualTo(200);
            assertThat(value(reader, counter)).isEqualTo(i);
        }
    }

    @Test
    void an_answer_that_cannot_be_rendered_undoes_everything() {
        String counter = counter();
        long before = events();
        Reply broken = one.post(counter + "break/", "{}", AUTH, FULL, KEY, "broken");
        assertThat(broken.status()).isEqualTo(500);
        assertThat(broken.header("Content-Type")).isEqualTo("application/json");
        assertThat(events()).isEqualTo(before);
        assertThat(value(one, counter)).isZero();
    }

    @Test
    void events_carry_who_asked_and_under_which_request_id() {
        one.post(COUNTERS, "{}", AUTH, FULL, "X-Request-ID", "audit-0001");
        String metadata = sql.queryForObject(
                "select metadata::text from events.event order by position desc limit 1", String.class);
        assertThat(metadata)
                .contains("team_token")
                .contains("token 1")
                .contains("audit-0001")
                .contains("rest");
    }

    @Test
    void a_refusal_leaves_nothing_but_its_record() {
        String counter = counter();
        long eventsBefore = events();
        long recordsBefore = records();
        assertThat(raise(one, counter, "{}").status()).isEqualTo(400);
        assertThat(raise(one, counter, "{\"by\":101}").status()).isEqualTo(409);
        assertThat(records()).isEqualTo(recordsBefore);
        assertThat(raise(one, counter, "{}", KEY, "f" + counter).status()).isEqualTo(400);
        assertThat(records()).isEqualTo(recordsBefore + 1);
        assertThat(events()).isEqualTo(eventsBefore);
    }

    @Test
    void what_collides_is_tried_again_with_the_same_body_and_happens_once() {
        String counter = counter();
        first.collide(3);
        Reply raised = raise(one, counter, "{\"by\":7}", KEY, "g" + counter);
        assertThat(raised.status()).as(raised.text()).isEqualTo(200);
        assertThat(first.tries()).isEqualTo(4);
        assertThat(value(two, counter)).isEqualTo(7);
    }

    @Test
    void what_collides_too_often_is_a_409_that_is_not_remembered() {
        String counter = counter();
        first.collide(1000);
        Reply given = raise(one, counter, "{\"by\":7}", KEY, "h" + counter);
        first.collide(0);
        assertThat(given.status()).isEqualTo(409);
        assertThat(given.header("Retry-After")).isEqualTo("5");
        assertThat(raise(one, counter, "{\"by\":7}", KEY, "h" + counter).status())
                .isEqualTo(200);
        assertThat(value(one, counter)).isEqualTo(7);
    }

    @Test
    void what_collides_too_often_at_the_door_is_a_503() {
        first.collide(1000);
        Reply given = one.post(SCAN, "{}", AUTH, "Device open");
        first.collide(0);
        assertThat(given.status()).isEqualTo(503);
        assertThat(given.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void clients_that_collide_on_two_nodes_lose_and_double_nothing() throws Exception {
        String counter = counter();
        int each = 10;
        CompletableFuture<?>[] writers = new CompletableFuture<?>[8];
        for (int w = 0; w < writers.length; w++) {
            Client client = w % 2 == 0 ? one : two;
            writers[w] = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < each; i++) {
                    Reply raised = raise(client, counter, "{\"by\":1}");
                    assertThat(raised.status()).as(raised.text()).isEqualTo(200);
                }
            });
        }
        CompletableFuture.allOf(writers).get();
        assertThat(value(one, counter)).isEqualTo((long) writers.length * each);
    }
}
