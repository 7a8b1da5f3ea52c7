package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What becomes of gift cards when the orders change that sold them or that their owners belong to. */
class CardsOfOrdersTest {

    private static final String CANCEL_BY_REFUND = """
        {"state": "done", "source": "admin", "amount": "40.00", "payment": 1, "provider": "manual", "mark_canceled": true}\
        """;

    @TempDir
    static Path data;

    private static Node node;
    private static Api api;
    private static long product;

    @BeforeAll
    static void an_event_that_sells_gift_cards() throws Exception {
        node = Node.start(data);
        api = node.api();
        BoxOffice.open(api, "cards", null);
        product = api.created("events/cards/items/", """
            {"name": {"en": "Gift card"}, "default_price": "40.00", "admission": false, "active": true,
             "issue_giftcard": true}\
            """);
        api.created("events/cards/quotas/", """
            {"name": "Cards", "size": null, "items": [%d], "variations": []}\
            """.formatted(product));
        assertThat(api.patch("events/cards/", "{\"testmode\": true, \"plugins\": [\"pretix.plugins.banktransfer\"]}")
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    static void replay_gives_the_same() throws Exception {
        node.close();
        WholeLog.check(data);
    }

    /** The three requests by which giving money back may cancel an order (behaviour notes, orders 18.7, 19.3 and 19.5). */
    @ParameterizedTest
    @ValueSource(strings = {"recorded", "of a payment", "of a provider"})
    void a_refund_that_cancels_the_order_takes_the_credit_of_its_cards_back(String refund) throws Exception {
        Sale sale = sell();
        assertThat(api.value(sale.card())).isEqualTo("40.00");

        assertThat(cancel(sale, refund).status()).isLessThan(300);

        assertThat(sale.status()).isEqualTo("c");
        assertThat(api.value(sale.card())).isEqualTo("0.00");
        assertThat(bookings(sale.card()))
                .extracting(b -> b.get("value").asString())
                .containsExactly("40.00", "-40.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorded", "of a payment", "of a provider"})
    void no_refund_cancels_an_order_whose_card_was_used(String refund) throws Exception {
        Sale sale = sell();
        assertThat(api.debit(sale.card(), "used").status()).isEqualTo(200);

        Api.Answer answer = cancel(sale, refund);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains("has already been redeemed.");
        assertThat(sale.status()).isEqualTo("p");
        assertThat(api.value(sale.card())).isEqualTo("39.99");
    }

    @Test
    void a_deleted_order_is_named_by_no_booking_and_owns_no_card() throws Exception {
        Sale sale = sell();
        long owned = api.created("giftcards/", """
            {"secret": "OWNED", "value": "5.00", "currency": "EUR", "owner_ticket": %d, "testmode": true}\
            """.formatted(sale.position()));
        JsonNode booking = bookings(sale.card()).getFirst();
        assertThat(booking.get("order").asString()).isEqualTo(sale.code());
        assertThat(booking.get("event").asString()).isEqualTo("cards");

        assertThat(api.delete(sale.path()).status()).isEqualTo(204);

        JsonNode after = bookings(sale.card()).getFirst();
        assertThat(after.get("order").isNull()).isTrue();
        assertThat(after.get("event").isNull()).isTrue();
        assertThat(after.get("value").asString()).isEqualTo("40.00");
        assertThat(api.get("giftcards/" + sale.card() + "/transactions/"
                                + after.get("id").asLong() + "/")
                        .body())
                .isEqualTo(after);
        assertThat(api.get("giftcards/" + owned + "/")
                        .body()
                        .get("owner_ticket")
                        .isNull())
                .isTrue();
        assertThat(api.value(owned)).isEqualTo("5.00");
    }

    @Test
    void a_card_is_sold_when_its_order_is_paid_and_its_code_is_the_tickets_secret() throws Exception {
        Sale sale = order("n");
        assertThat(api.get("giftcards/" + sale.card() + "/").status()).isEqualTo(404);

        assertThat(api.post(sale.path() + "mark_paid/", "{}").status()).isEqualTo(200);

        JsonNode card = api.get("giftcards/" + sale.card() + "/").body();
        assertThat(card.get("testmode").asBoolean()).isTrue();
        assertThat(card.get("secret").asString()).isEqualTo(sale.secret()).matches("[A-HJ-NP-Z3789]{12}");
    }

    @Test
    void a_long_list_of_transactions_is_paged_as_it_was_booked_around_changes_of_terms() throws Exception {
        long card = api.issue("LONG", "10.00");
        for (int i = 0; i < 60; i++) {
            assertThat(api.debit(card, "n" + i).status()).isEqualTo(200);
            if (i % 7 == 0) {
                assertThat(api.patch("giftcards/" + card + "/", "{\"conditions\": \"" + i + "\"}")
                                .status())
                        .isEqualTo(200);
            }
        }
        List<String> texts = api.texts(card);
        assertThat(texts).hasSize(61).doesNotHaveDuplicates();
        JsonNode last = api.get("giftcards/" + card + "/transactions/?page_size=7&page=last")
                .body();
        assertThat(last.get("count").asInt()).isEqualTo(61);
        assertThat(last.get("results")).hasSize(5);
        JsonNode third = api.get("giftcards/" + card + "/transactions/?page_size=7&page=3")
                .body();
        assertThat(third.get("count").asInt()).isEqualTo(61);
        assertThat(third.get("results"))
                .extracting(b -> b.get("text").asString())
                .isEqualTo(texts.subList(14, 21));
        assertThat(api.get("giftcards/" + card + "/transactions/?page_size=7&page=10")
                        .status())
                .isEqualTo(404);
    }

    private static Api.Answer cancel(Sale sale, String refund) throws Exception {
        return switch (refund) {
            case "recorded" -> api.post(sale.path() + "refunds/", CANCEL_BY_REFUND);
            case "of a provider" -> {
                long external = api.post(sale.path() + "refunds/", """
                    {"state": "external", "source": "external", "amount": "40.00", "payment": 1,
                     "provider": "manual"}\
                    """)
                        .body()
                        .get("local_id")
                        .asLong();
                yield api.post(sale.path() + "refunds/" + external + "/process/", "{\"mark_canceled\": true}");
            }
            default -> api.post(sale.path() + "payments/1/refund/", "{\"mark_canceled\": true}");
        };
    }

    private static List<JsonNode> bookings(long card) throws Exception {
        return api.all("giftcards/" + card + "/transactions/");
    }

    private static Sale sell() throws Exception {
        return order("p");
    }

    /** Paid by bank, with an account that can be paid back; the position's number is its card's. */
    private static Sale order(String status) throws Exception {
        Api.Answer answer = api.post("events/cards/orders/", """
            {"email": "a@example.org", "locale": "en", "sales_channel": "web", "status": "%s", "testmode": true,
             "payment_provider": "banktransfer",
             "payment_info": {"payer": "Ada", "iban": "DE89 3704 0044 0532 0130 00"},
             "positions": [{"item": %d}]}\
            """.formatted(status, product));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return new Sale(
                answer.body().get("code").asString(),
                answer.body().get("positions").get(0).get("id").asLong());
    }

    /** An order of one gift card. */
    private record Sale(String code, long position) {
        String path() {
            return "events/cards/orders/" + code + "/";
        }

        long card() {
            return position;
        }

        String status() throws Exception {
            return api.get(path()).body().get("status").asString();
        }

        String secret() throws Exception {
            return api.get(path()).body().get("positions").get(0).get("secret").asString();
        }
    }
}
