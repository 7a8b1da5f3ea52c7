package org.gatebook.catalogue.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.CartPosition;
import org.gatebook.api.offer.Carts;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.catalogue.test.SampleSale;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.catalogue.usage.Reservations;
import org.gatebook.catalogue.usage.Reservations.Question;
import org.gatebook.catalogue.usage.Reserved;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Carts as the recordings ordercreate/consume-carts* fill and show them. */
class CartTest {

    private static final OrganizerSlug BIG = new OrganizerSlug("bigevents");
    private static final EventSlug CONF = new EventSlug("conf");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static SampleSale sale;
    private static ResourceClient carts;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        sale = SampleSale.on(node, "conf");
        carts = sale.client("cartpositions");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void empty() {
        carts.list("").forEach(position -> carts.delete(position.get("id")));
    }

    @Test
    void a_position_is_shown_with_these_keys_and_defaults() {
        Map<String, Object> position = fill("{'item': ITEM, 'price': '23.00'}");
        assertThat(position.keySet())
                .containsExactly(
                        "id",
                        "cart_id",
                        "item",
                        "variation",
                        "price",
                        "attendee_name",
                        "attendee_name_parts",
                        "attendee_email",
                        "voucher",
                        "addon_to",
                        "subevent",
                        "datetime",
                        "expires",
                        "includes_tax",
                        "answers",
                        "seat",
                        "is_bundled",
                        "addons",
                        "bundled");
        assertThat(position)
                .containsEntry("attendee_name", null)
                .containsEntry("attendee_name_parts", Map.of())
                .containsEntry("includes_tax", true)
                .containsEntry("answers", List.of())
                .containsEntry("seat", null);
        assertThat(position.get("cart_id").toString()).matches("[a-zA-Z0-9]{48}@api");
        assertThat(carts.list("")).hasSize(1);
    }

    @Test
    void carts_keep_places_until_their_time_is_over() {
        fill("{'item': ITEM, 'price': '23.00', 'cart_id': 'one@api', 'expires': '2000-01-01T00:00:00Z'}");
        fill("{'item': ITEM, 'price': '23.00', 'cart_id': 'one@api'}");
        fill("{'item': ITEM, 'price': '23.00', 'cart_id': 'two@api'}");
        assertThat(refusal(() -> fill("{'item': ITEM, 'price': '23.00'}")))
                .isEqualTo(
                        List.of("There is not enough quota available on quota \"Tickets\" to perform the operation."));
        List<CartPosition> held = held("one@api", "nobody@api");
        assertThat(held).singleElement().satisfies(position -> {
            assertThat(position.cart()).isEqualTo("one@api");
            assertThat(position.item()).isEqualTo(((Number) sale.ticket()).longValue());
        });
        node.write("bigevents", entered -> {
            Carts all = node.get(Carts.class);
            all.remove(BIG, CONF, all.withParts(BIG, CONF, held));
            return entered;
        });
        assertThat(held("one@api")).isEmpty();
        assertThat(carts.list("")).as("the one whose time is over stays").hasSize(2);
    }

    @Test
    void a_voucher_in_a_cart_cannot_be_used_twice() {
        Object voucher =
                sale.client("vouchers").create("{\"code\": \"ONLYONCE\"}").get("id");
        assertThat(fill("{'item': ITEM, 'price': '23.00', 'voucher': 'onlyonce'}"))
                .containsEntry("voucher", ((Number) voucher).intValue());
        assertThat(refusal(() -> fill("{'item': ITEM, 'price': '23.00', 'voucher': 'ONLYONCE'}")))
                .isEqualTo(Map.of(
                        "voucher",
                        List.of("The specified voucher has already been used the maximum number of times.")));
        assertThat(refusal(() -> fill("{'item': ITEM, 'price': '23.00', 'voucher': 'NOSUCH'}")))
                .isEqualTo(Map.of("voucher", List.of("The specified voucher does not exist.")));
        sale.client("vouchers").delete(voucher);
        assertThat(carts.list(""))
                .as("a cart goes with the voucher that opened it")
                .isEmpty();
    }

    @Test
    void what_cannot_be_bought_cannot_be_kept() {
        assertThat(refusal(() -> fill("{'item': WORKSHOP, 'price': '1'}")))
                .isEqualTo(whole("You should specify a variation for this item."));
        assertThat(refusal(() -> fill("{'item': WORKSHOP, 'variation': MORNING, 'price': '1'}")))
                .isEqualTo(whole("The product \"Workshop\" is not assigned to a quota."));
        assertThat(refusal(() -> fill("{'item': 424242}")))
                .isEqualTo(Map.of(
                        "item", List.of("Invalid pk \"424242\" - object does not exist."),
                        "price", List.of("This field is required.")));
        assertThat(refusal(() -> fill("{'item': ITEM, 'price': '1', 'cart_id': 'mine', 'sales_channel': 'moon'}")))
                .isEqualTo(Map.of(
                        "cart_id", List.of("Cart ID should end in @api or be empty."),
                        "sales_channel", List.of("Object with identifier=moon does not exist.")));
        assertThat(refusal(() -> fill("{'item': ITEM, 'price': '1', 'seat': 'A-1'}")))
                .isEqualTo(Map.of("seat", List.of("The specified product does not allow to choose a seat.")));
        assertThat(refusal(() -> fill("{'item': ITEM, 'price': '1', 'addons': [{'item': ITEM, 'price': '1'}]}")))
                .isEqualTo(Map.of(
                        "addons",
                        List.of("The product \"Ticket\" can not be used as an add-on product for \"Ticket\".")));
    }

    @Test
    void an_order_that_was_decided_before_a_place_was_kept_is_decided_again() {
        AtomicInteger tries = new AtomicInteger();
        Counter quota = Counted.quota(((Number) sale.quota()).longValue());
        Opening opening = new Opening(BIG, CONF, null);
        node.get(TransactionalUnit.class).write(opening, TestStore.audit("bigevents"), entered -> {
            Reserved reserved = node.get(Reservations.class)
                    .of(node.get(EventOffers.class).of(BIG, CONF), Question.about(List.of(quota)), entered.now());
            if (tries.getAndIncrement() == 0) {
                onAnotherThread(() -> fill("{'item': ITEM, 'price': '23.00'}"));
            }
            UsageCounters counters = node.get(UsageCounters.class);
            counters.decidedOn(reserved.moment());
            counters.change(quota, 1);
            return Ending.done(() -> entered);
        });
        assertThat(tries).hasValue(2);
        sale.count(quota, -1);
    }

    private static void onAnotherThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_nobody_bought_is_gone_after_two_weeks() {
        fill("{'item': ITEM, 'price': '23.00', 'cart_id': 'old@api', 'expires': '2000-01-01T00:00:00Z'}");
        fill("{'item': ITEM, 'price': '23.00', 'cart_id': 'new@api', 'expires': '%s'}"
                .formatted(Instant.now().minus(Duration.ofDays(13))));
        CartRetention retention = node.get(CartRetention.class);
        assertThat(retention.emptyOlderThan(Duration.ofDays(14))).isEqualTo(1);
        assertThat(retention.emptyOlderThan(Duration.ofDays(14))).isZero();
        assertThat(carts.list(""))
                .extracting(position -> position.get("cart_id"))
                .containsExactly("new@api");
    }

    @Test
    void what_is_no_longer_sold_is_in_no_cart_and_on_no_voucher() {
        ResourceClient items = sale.client("items");
        Object shirt = items.create("{\"name\": {\"en\": \"Shirt\"}, \"default_price\": \"9.00\"}")
                .get("id");
        sale.client("quotas").create("{\"name\": \"Shirts\", \"size\": 9, \"items\": [%s]}".formatted(shirt));
        Object voucher = sale.client("vouchers")
                .create("{\"item\": %s}".formatted(shirt))
                .get("id");
        fill("{'item': SHIRT, 'price': '9.00'}".replace("SHIRT", shirt.toString()));
        items.delete(shirt);
        assertThat(carts.list("")).isEmpty();
        assertThat(refusal(() -> sale.client("vouchers").detail(voucher, "")))
                .isEqualTo(Map.of("detail", "Not found."));
    }

    private static List<CartPosition> held(String... names) {
        return node.read("bigevents", entered -> node.get(Carts.class).held(BIG, CONF, List.of(names), Instant.now()));
    }

    private static Map<String, Object> fill(String json) {
        String body = json.replace('\'', '"')
                .replace("ITEM", sale.ticket().toString())
                .replace("WORKSHOP", sale.workshop().toString())
                .replace("MORNING", sale.morning().toString());
        return node.write(
                "bigevents",
                "conf",
                entered -> ResourceClient.json(node.get(CartEndpoint.class).create(carts.asked(entered, body, ""))));
    }

    private static Map<String, Object> whole(String text) {
        return Map.of("non_field_errors", List.of(text));
    }
}
