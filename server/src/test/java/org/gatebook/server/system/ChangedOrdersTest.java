package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of orders whose contents are changed, on a server of its own; its events tell the same again. */
class ChangedOrdersTest {

    private static final int RARE_PLACES = 3;

    @TempDir
    static Path data;

    private static Node node;
    private static Api api;
    private static BoxOffice office;
    private static long rare;

    @BeforeAll
    static void an_event_with_a_rare_product() throws Exception {
        node = Node.start(data);
        api = node.api();
        office = BoxOffice.open(api, "changes", null);
        rare = api.created(office.path() + "items/", """
            {"name": {"en": "Rare"}, "default_price": "50.00", "admission": true, "active": true}\
            """);
        api.created(office.path() + "quotas/", """
            {"name": "Rare", "size": %d, "items": [%d], "variations": []}\
            """.formatted(RARE_PLACES, rare));
    }

    @AfterAll
    static void replay_gives_the_same() throws Exception {
        node.close();
        WholeLog.check(data);
    }

    /** The short form of what ErasedSubjectsTest looks for in every table. */
    @Test
    void an_erased_order_takes_its_cart_along_and_leaves_what_was_split_off() throws Exception {
        JsonNode kept = done(api.post(office.path() + "cartpositions/", """
            {"item": %d, "price": "23.00", "attendee_name_parts": {"given_name": "Theodora"}}\
            """.formatted(office.item())));
        JsonNode sold = done(api.post(
                office.path() + "orders/", """
                    {"email": "theodora@example.org", "locale": "en", "sales_channel": "web", "status": "p",
                     "payment_provider": "manual", "consume_carts": ["%s"],
                     "positions": [{"item": %d, "attendee_name_parts": {"given_name": "Theodora"}},
                                   {"item": %2$d, "attendee_name_parts": {"given_name": "Justinian"}}]}\
                    """.formatted(kept.get("cart_id").asString(), office.item())));
        String code = sold.get("code").asString();
        long second = sold.at("/positions/1/id").asLong();
        done(api.post(order(code) + "change/", "{\"split_positions\": [{\"position\": %d}]}".formatted(second)));
        JsonNode erased = done(api.post("erasures/", """
            {"kind": "order", "event": "%s", "order": "%s", "force": true}\
            """.formatted(office.event(), code)));
        assertThat(erased.get("keys").toString())
                .contains("cart_position:" + kept.get("id").asLong())
                .doesNotContain("position:" + second);
        assertThat(api.get(order(code)).body().toString()).doesNotContain("Theodora", "theodora");
        assertThat(done(api.get(position(second))).get("attendee_name").asString())
                .isEqualTo("Justinian");
    }

    @Test
    void everything_may_happen_to_one_order_and_its_money_adds_up() throws Exception {
        JsonNode sold = office.sell(api, BoxOffice.nextCode()).body();
        String code = sold.get("code").asString();
        long first = sold.at("/positions/0/id").asLong();
        long second = sold.at("/positions/1/id").asLong();
        assertThat(office.scan(api, sold.at("/positions/0/secret").asString(), "in")
                        .status())
                .isEqualTo(201);
        done(api.patch(position(first), """
            {"price": "20.00", "attendee_name": "Grace Hopper", "valid_until": "2031-06-02T00:00:00Z"}\
            """));
        long added = done(api.post(office.path() + "orderpositions/", """
            {"order": "%s", "item": %d, "price": "3.00", "attendee_name": "Ada"}\
            """.formatted(code, office.item())))
                .get("id")
                .asLong();
        done(api.post(order(code) + "change/", """
            {"split_positions": [{"position": %d}], "patch_positions": [{"position": %d, "body": {"price": "4.00"}}],
             "create_positions": [{"item": %d, "price": "0.00"}]}\
            """.formatted(second, added, office.item())));
        assertThat(api.delete(position(added)).status()).isEqualTo(204);

        JsonNode stays = api.get(order(code)).body();
        assertThat(stays.get("positions")
                        .valueStream()
                        .map(p -> p.get("positionid").asInt()))
                .containsExactly(1, 4);
        assertThat(stays.get("total").asString()).isEqualTo("20.00");
        assertThat(stays.at("/positions/0/attendee_name").asString()).isEqualTo("Grace Hopper");
        assertThat(stays.at("/positions/0/checkins")).hasSize(1);
        JsonNode moved = api.get(position(second)).body();
        assertThat(moved.get("order").asString()).isNotEqualTo(code);
        assertThat(moved.get("secret").asString())
                .isNotEqualTo(sold.at("/positions/1/secret").asString());
        JsonNode other = api.get(order(moved.get("order").asString())).body();
        assertThat(other.get("total").asString()).isEqualTo("23.00");
        assertThat(other.at("/payments/0/details/orders/0").asString()).isEqualTo(code);
        assertThat(other.get("status").asString()).isEqualTo("n");
        assertThat(stays.at("/refunds/0/amount").asString())
                .isEqualTo("22.00")
                .isEqualTo(other.at("/payments/0/amount").asString());
    }

    @Test
    void changes_never_take_more_places_than_there_are() throws Exception {
        List<Callable<Api.Answer>> wishes = new ArrayList<>();
        for (int buyer = 0; buyer < 8; buyer++) {
            JsonNode sold = office.sell(api, BoxOffice.nextCode()).body();
            long position = sold.at("/positions/0/id").asLong();
            String code = sold.get("code").asString();
            wishes.add(
                    buyer % 2 == 0
                            ? () -> api.patch(position(position), "{\"item\": %d}".formatted(rare))
                            : () -> api.post(office.path() + "orderpositions/", """
                                {"order": "%s", "item": %d, "price": "0.00"}\
                                """.formatted(code, rare)));
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Api.Answer> answer : buyers.invokeAll(wishes)) {
                answers.add(answer.get().status());
            }
        }
        assertThat(answers).filteredOn(status -> status < 300).hasSize(RARE_PLACES);
        assertThat(answers).filteredOn(status -> status == 400).hasSize(wishes.size() - RARE_PLACES);
    }

    @Test
    void changes_of_one_order_wait_for_each_other() throws Exception {
        JsonNode sold = office.sell(api, BoxOffice.nextCode()).body();
        String code = sold.get("code").asString();
        List<Callable<Api.Answer>> wishes = new ArrayList<>();
        for (int client = 0; client < 6; client++) {
            wishes.add(() -> api.post(office.path() + "orderpositions/", """
                {"order": "%s", "item": %d, "price": "1.00"}\
                """.formatted(code, office.item())));
        }
        int added = 0;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Api.Answer> answer : clients.invokeAll(wishes)) {
                added += answer.get().status() == 201 ? 1 : 0;
            }
        }
        JsonNode order = api.get(order(code)).body();
        assertThat(order.get("total").asString()).isEqualTo(46 + added + ".00");
        assertThat(order.get("positions")
                        .valueStream()
                        .map(p -> p.get("positionid").asInt()))
                .hasSize(2 + added)
                .doesNotHaveDuplicates();
    }

    private static JsonNode done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer.body();
    }

    private static String order(String code) {
        return office.path() + "orders/" + code + "/";
    }

    private static String position(long id) {
        return office.path() + "orderpositions/" + id + "/";
    }
}
