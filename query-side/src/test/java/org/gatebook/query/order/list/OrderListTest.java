package org.gatebook.query.order.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.attendee;
import static org.gatebook.query.test.OrderFacts.eur;
import static org.gatebook.query.test.OrderFacts.order;
import static org.gatebook.query.test.OrderFacts.payment;
import static org.gatebook.query.test.OrderFacts.scan;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.List;
import org.gatebook.api.medium.MediumChange;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderDeleted;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.query.test.Asked;
import org.gatebook.query.test.Festival;
import org.gatebook.query.test.OrderStore;
import org.gatebook.web.error.Rejected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Lists of orders on a real database: what each filter and order finds, and what a page costs. */
class OrderListTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static OrderStore store;

    @BeforeAll
    static void three_orders_of_the_festival_and_one_of_the_gala() {
        store = new OrderStore(POSTGRES.application());
        var paid = new OrderId(100);
        store.place(
                order(100, "PAIDZ")
                        .by("Ann@example.org", "wheelchair")
                        .line(101, Festival.TICKET, null, attendee("Walter", "White", "walter@guests.test"))
                        .line(102, Festival.WORKSHOP, 101L, attendee("", "", null)),
                new PaymentRecorded(paid, payment(paid, 1, "manual", PaymentState.CONFIRMED)),
                new OrderPaid(paid, NOW));
        store.place(
                order(200, "OPEN1")
                        .at(NOW.plusSeconds(60))
                        .by("bob@example.org", "")
                        .ofCustomer("CUST1")
                        .invoicedTo("Widgets", "Quentin", "Quick")
                        .line(201, Festival.TICKET)
                        .line(202, Festival.WORKSHOP),
                new LineCanceled(new OrderId(200), 202, eur("23.00")));
        store.place(
                order(300, "TESTS")
                        .at(NOW.plusSeconds(120))
                        .by(null, "")
                        .test()
                        .awaitingApproval()
                        .line(301, Festival.TICKET),
                new OrderCanceled(new OrderId(300), NOW, null));
        store.place(order(350, "GONE1").test().line(351, Festival.TICKET), new OrderDeleted(new OrderId(350), NOW));
        store.place(order(400, "GALA1").of(Festival.OTHER_EVENT).line(401, Festival.TICKET));
        store.happen(
                "position:201",
                1,
                new TicketScanned(new TicketId(201), new OrderId(200), scan(500, 9, Scan.Direction.ENTRY, NOW)));
        store.happen("medium:600", 0, medium());
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                   | PAIDZ OPEN1 TESTS",
                "code=paidz                           | PAIDZ",
                "code=PAID                            | ''",
                "status=P                             | PAIDZ",
                "status=x                             | ''",
                "email=ANN@EXAMPLE.ORG                | PAIDZ",
                "locale=en                            | PAIDZ OPEN1 TESTS",
                "locale=EN                            | ''",
                "testmode=true                        | TESTS",
                "testmode=0                           | PAIDZ OPEN1",
                "testmode=maybe                       | PAIDZ OPEN1 TESTS",
                "require_approval=1                   | TESTS",
                "customer=CUST1                       | OPEN1",
                "sales_channel=web                    | PAIDZ OPEN1 TESTS",
                "sales_channel=nowhere                | ''",
                "payment_provider=manual              | PAIDZ",
                "payment_provider=man                 | ''",
                "item=1                               | PAIDZ OPEN1 TESTS",
                "item=2                               | PAIDZ OPEN1",
                "item=0                               | ''",
                "created_since=2030-05-05T12:01:00Z   | OPEN1 TESTS",
                "created_before=2030-05-05T12:01:00Z  | PAIDZ",
                "item=2&status=n                      | OPEN1",
                "ordering=-code                       | TESTS PAIDZ OPEN1",
                "ordering=nonsense                    | PAIDZ OPEN1 TESTS",
                "ordering=-status,code                | PAIDZ OPEN1 TESTS",
                "ordering=last_modified               | PAIDZ TESTS OPEN1",
                "page_size=2&page=2                   | TESTS",
                "page=last&page_size=2                | TESTS",
            })
    void the_list_of_an_event_finds(String query, String codes) {
        assertThat(codes(listed(query.strip()))).isEqualTo(codes.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paid                | PAIDZ",
                "PAID2               | PAIDZ",
                "fest-PAIDZ          | PAIDZ",
                "gala-PAIDZ          | ''",
                "ann@                | PAIDZ",
                "Wheel               | PAIDZ",
                "quick               | OPEN1",
                "widgets             | OPEN1",
                "walter w            | PAIDZ",
                "guests.test         | PAIDZ",
                "SECRET-20           | OPEN1",
                "ecret-20            | ''",
                "secret-202          | ''",
                "M-1                 | TESTS",
                "m-1                 | ''",
                "100%                | ''",
            })
    void a_search_finds(String text, String codes) {
        assertThat(codes(listed("search=" + text.strip().replace("%", "%25").replace(" ", "+"))))
                .isEqualTo(codes.strip());
    }

    @Test
    void a_scan_counts_as_a_modification_of_the_order() {
        String stamp = listed("code=OPEN1").at("/results/0/last_modified").asString();
        assertThat(codes(listed("modified_since=" + stamp))).isEqualTo("OPEN1");
    }

    @Test
    void dates_of_a_series_are_looked_up_where_they_are_kept() {
        assertThat(codes(listed("subevent_after=2030-01-01T00:00:00Z"))).isEmpty();
        assertThat(codes(listed("subevent_before=2030-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void an_unusable_filter_is_refused() {
        assertThatThrownBy(() -> listed("item=abc")).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> listed("modified_since=soon")).isInstanceOf(Rejected.class);
    }

    @Test
    void the_list_is_the_same_after_a_rebuild() {
        JsonNode live = listed("");
        store.rebuild();
        assertThat(listed("")).isEqualTo(live);
    }

    @Test
    void a_page_costs_one_statement_and_a_full_one_another_for_the_count() {
        assertThat(store.statementsOf(() -> listed(""))).hasSize(2);
        assertThat(store.statementsOf(() -> listed("page_size=2"))).hasSize(3);
    }

    @Test
    void an_organizers_list_keeps_to_the_events_within_reach() {
        assertThat(codes(organizers(asked("")))).isEqualTo("GALA1 PAIDZ OPEN1 TESTS");
        assertThat(codes(organizers(asked("").reaching("gala")))).isEqualTo("GALA1");
        assertThat(codes(organizers(asked("").reaching()))).isEmpty();
        assertThat(codes(organizers(Asked.by("acme", "/", "")))).isEmpty();
        assertThat(codes(organizers(Asked.by("other", "/", "", CAN_VIEW_ORDERS))))
                .isEmpty();
    }

    @Test
    void an_organizer_shows_one_order_of_an_event_within_reach() {
        var endpoint = store.get(OrganizerOrdersEndpoint.class);
        Asked gala = asked("").reaching("gala");
        assertThat(store.read(() -> endpoint.show(gala, "GALA1")).path("event").asString())
                .isEqualTo("gala");
        assertThat(store.read(() -> endpoint.show(gala, "PAIDZ")).path("detail").asString())
                .isEqualTo("Not found.");
    }

    private static JsonNode listed(String query) {
        var endpoint = store.get(OrderListEndpoint.class);
        return store.read(() -> endpoint.list(asked(query).below(Festival.EVENT)));
    }

    private static JsonNode organizers(Asked asked) {
        var endpoint = store.get(OrganizerOrdersEndpoint.class);
        return store.read(() -> endpoint.list(asked));
    }

    private static Asked asked(String query) {
        return Asked.by("acme", "/orders/", query, CAN_VIEW_ORDERS);
    }

    private static String codes(JsonNode page) {
        List<String> codes = page.path("results")
                .valueStream()
                .map(order -> order.path("code").asString())
                .toList();
        return String.join(" ", codes);
    }

    private static MediumCreated medium() {
        var id = new MediumId(600);
        return new MediumCreated(
                id,
                Festival.ORGANIZER,
                MediumType.BARCODE,
                Personal.bearer(id.subject(), "M-1"),
                MediumDetails.plain(id).with(new MediumChange.TicketLink(301L)),
                MediumOrigin.CREATED);
    }
}
