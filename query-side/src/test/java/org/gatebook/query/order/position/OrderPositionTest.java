package org.gatebook.query.order.position;

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
import java.util.Map;
import java.util.function.Function;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.LineSplitOff;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderSplitFrom;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderQuery.FindLines;
import org.gatebook.api.order.OrderQuery.FindOrder;
import org.gatebook.api.order.OrderQuery.FindPosition;
import org.gatebook.api.order.OrderQuery.FoundOrder;
import org.gatebook.api.order.OrderQuery.KnownLine;
import org.gatebook.api.order.OrderQuery.PreviewOrder;
import org.gatebook.api.order.OrderQuery.ShowOrder;
import org.gatebook.api.order.OrderQuery.ShowPayment;
import org.gatebook.api.order.OrderQuery.ShowRefund;
import org.gatebook.api.order.OrderShape;
import org.gatebook.api.order.OrderStatus;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.query.Links;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.TicketEvent.TicketBlocksChanged;
import org.gatebook.api.ticket.TicketEvent.TicketCanceled;
import org.gatebook.api.ticket.TicketEvent.TicketMoved;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.api.ticket.TicketKey;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.query.test.Asked;
import org.gatebook.query.test.Festival;
import org.gatebook.query.test.OrderStore;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.error.Rejected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Orders and positions as clients see them, from rows written live and from rows that a rebuild made.
 *
 * <p>Long: all cases share one database with prepared orders.
 */
class OrderPositionTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final OrderId PAID = new OrderId(100);
    private static final OrderId OPEN = new OrderId(200);
    private static final OrderId STAYS = new OrderId(400);
    private static final OrderId MOVED = new OrderId(410);
    private static final String FILES = "http://gatebook.test/api/v1/organizers/acme/events/fest";

    private static OrderStore store;

    /** Which rows are read. */
    enum Rows {
        LIVE,
        REBUILT
    }

    @BeforeAll
    static void a_paid_order_with_an_addon_and_an_open_one_with_a_canceled_position() {
        store = new OrderStore(POSTGRES.application());
        store.place(
                order(100, "PAIDZ")
                        .line(101, Festival.TICKET, null, ada())
                        .line(102, Festival.WORKSHOP, 101L, Attendee.unknown()),
                new PaymentRecorded(PAID, payment(PAID, 1, "manual", PaymentState.CONFIRMED)),
                new OrderPaid(PAID, NOW));
        store.place(
                order(200, "OPEN1")
                        .at(NOW.plusSeconds(60))
                        .by("bob@example.org", "")
                        .fee(9, "2.00")
                        .line(201, Festival.TICKET, null, attendee("Bob", "Builder", "bob@guests.test"))
                        .line(202, Festival.WORKSHOP),
                new LineCanceled(OPEN, 202, eur("25.00")));
        store.place(order(300, "SEATS").of(Festival.OTHER_EVENT).seated(301, Festival.TICKET, 77));
        store.place(
                order(400, "STAYS")
                        .of(Festival.OTHER_EVENT)
                        .line(401, Festival.TICKET)
                        .line(402, Festival.TICKET),
                new LineSplitOff(STAYS, 402, MOVED, eur("23.00")));
        store.happen(
                "order:410",
                0,
                order(410, "MOVED")
                        .of(Festival.OTHER_EVENT)
                        .line(402, Festival.TICKET)
                        .placed(),
                new OrderSplitFrom(MOVED, STAYS));
        store.happen("position:402", 1, new TicketMoved(new TicketId(402), MOVED));
        store.happen("position:202", 1, new TicketCanceled(new TicketId(202), OPEN));
        store.happen(
                "position:101",
                1,
                new TicketScanned(new TicketId(101), PAID, scan(501, 9, Scan.Direction.ENTRY, NOW)),
                new TicketScanned(new TicketId(101), PAID, scan(502, 9, Scan.Direction.EXIT, NOW.plusSeconds(9))));
        store.happen("position:201", 1, new TicketBlocksChanged(new TicketId(201), OPEN, List.of("b", "a")));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void an_order_shows_its_positions_with_what_their_tickets_know(Rows rows) {
        read(rows);
        JsonNode order = shown(PAID, usual());
        JsonNode ticket = order.at("/positions/0");
        assertThat(ticket.path("order").asString()).isEqualTo("PAIDZ");
        assertThat(ticket.path("secret").asString()).isEqualTo("secret-101");
        assertThat(ticket.path("pseudonymization_id").asString()).isEqualTo("PSEUDO101");
        assertThat(ticket.path("attendee_name").asString()).isEqualTo("Ada Lovelace");
        assertThat(ticket.path("checkins").valueStream().map(c -> c.path("id").asLong()))
                .containsExactly(502L, 501L);
        assertThat(ticket.at("/downloads/0/url").asString()).isEqualTo(FILES + "/orderpositions/101/download/pdf/");
        assertThat(order.at("/downloads/0/url").asString()).isEqualTo(FILES + "/orders/PAIDZ/download/pdf/");
        assertThat(order.at("/positions/1/addon_to").asLong()).isEqualTo(101);
        assertThat(order.at("/positions/1/downloads")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void answers_name_question_and_options_as_the_catalogue_does_now(Rows rows) {
        read(rows);
        JsonNode answers = shown(PAID, usual()).at("/positions/0/answers");
        assertThat(answers).hasSize(1);
        assertThat(answers.at("/0/question_identifier").asString()).isEqualTo("COLOURS");
        assertThat(answers.at("/0/answer").asString()).isEqualTo("Blue, Red");
        assertThat(answers.at("/0/options").toString()).isEqualTo("[31,32]");
        assertThat(answers.at("/0/option_identifiers").toString()).isEqualTo("[\"RED\",\"BLUE\"]");
    }

    @ParameterizedTest
    @EnumSource
    void canceled_positions_are_shown_only_where_asked(Rows rows) {
        read(rows);
        assertThat(shown(OPEN, usual()).path("positions")).hasSize(1);
        var all = new OrderShape("http://gatebook.test", true, false, false, List.of(), List.of());
        assertThat(shown(OPEN, all).at("/positions/1/canceled").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_blocked_ticket_of_an_unpaid_order_has_no_files(Rows rows) {
        read(rows);
        JsonNode order = shown(OPEN, usual());
        assertThat(order.at("/positions/0/blocked").toString()).isEqualTo("[\"b\",\"a\"]");
        assertThat(order.at("/positions/0/downloads")).isEmpty();
        assertThat(order.path("downloads")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void orders_and_positions_are_found_inside_their_event_only(Rows rows) {
        read(rows);
        var found = store.ask(new FindOrder(Festival.ORGANIZER, Festival.EVENT, "OPEN1"));
        assertThat(found).map(FoundOrder::id).contains(OPEN);
        assertThat(found).map(FoundOrder::status).contains(OrderStatus.PENDING);
        assertThat(store.ask(new FindOrder(Festival.ORGANIZER, Festival.OTHER_EVENT, "OPEN1")))
                .isEmpty();
        assertThat(store.ask(new FindOrder(Festival.ORGANIZER, Festival.EVENT, "open1")))
                .isEmpty();
        assertThat(store.ask(new FindPosition(Festival.ORGANIZER, Festival.EVENT, 202, false)))
                .isEmpty();
        assertThat(store.ask(new FindPosition(Festival.ORGANIZER, Festival.EVENT, 202, true)))
                .hasValueSatisfying(
                        position -> assertThat(position.order().id()).isEqualTo(OPEN));
    }

    @ParameterizedTest
    @EnumSource
    void a_position_that_was_split_off_is_in_its_new_order_alone(Rows rows) {
        read(rows);
        var all = new OrderShape("http://gatebook.test", true, true, false, List.of(), List.of());
        assertThat(shown(STAYS, all)
                        .path("positions")
                        .valueStream()
                        .map(p -> p.path("id").asLong()))
                .containsExactly(401L);
        assertThat(shown(MOVED, all)
                        .path("positions")
                        .valueStream()
                        .map(p -> p.path("id").asLong()))
                .containsExactly(402L);
        assertThat(store.ask(new FindPosition(Festival.ORGANIZER, Festival.OTHER_EVENT, 402, true)))
                .hasValueSatisfying(
                        position -> assertThat(position.order().id()).isEqualTo(MOVED));
        assertThat(store.ask(new FindLines(STAYS)))
                .extracting(KnownLine::canceled)
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @EnumSource
    void payments_are_read_alone_as_they_are_shown_inside_the_order(Rows rows) {
        read(rows);
        JsonNode inside = shown(PAID, usual()).at("/payments/0");
        Object alone =
                store.ask(new ShowPayment(Festival.ORGANIZER, PAID, 1, usual())).orElseThrow();
        assertThat(json(alone)).isEqualTo(inside);
        assertThat(store.ask(new ShowPayment(Festival.ORGANIZER, PAID, 2, usual())))
                .isEmpty();
        assertThat(store.ask(new ShowRefund(Festival.ORGANIZER, PAID, 1, usual())))
                .isEmpty();
    }

    @Test
    void a_simulated_order_is_shown_and_names_no_order_in_its_positions() {
        var facts = order(0, "PREVIEW").line(0, Festival.TICKET, null, ada());
        Object preview = store.ask(new PreviewOrder(
                facts.placed().placed(),
                null,
                OrderStatus.PENDING,
                List.of(facts.ticket(0).issued()),
                usual()));
        JsonNode order = json(preview);
        assertThat(order.path("code").asString()).isEqualTo("PREVIEW");
        assertThat(order.path("datetime").isNull()).isTrue();
        assertThat(order.at("/positions/0/order").asString()).isEmpty();
        assertThat(order.at("/positions/0/answers")).hasSize(1);
        assertThat(order.at("/positions/0/pseudonymization_id").asString()).isEqualTo("PSEUDO0");
    }

    @Test
    void texts_of_printed_tickets_come_only_where_asked_and_take_from_the_main_position() {
        assertThat(shown(PAID, usual()).at("/positions/0").has("pdf_data")).isFalse();
        var printing = new OrderShape("http://gatebook.test", false, false, true, List.of(), List.of());
        JsonNode addon = shown(PAID, printing).at("/positions/1/pdf_data");
        assertThat(addon.path("attendee_name").asString()).isEqualTo("Ada Lovelace");
        assertThat(addon.path("attendee_address").asString()).isEmpty();
        assertThat(addon.path("attendee_street").isNull()).isTrue();
        assertThat(addon.path("question_COLOURS").asString()).isEqualTo("Blue, Red");
        JsonNode main = shown(PAID, printing).at("/positions/0/pdf_data");
        assertThat(main.path("order_positionid").asString()).isEqualTo("PAIDZ-1");
        assertThat(main.path("addons").asString()).isEqualTo("Product 2");
        assertThat(main.path("price_with_addons").asString()).isEqualTo("€46.00");
        assertThat(main.path("first_scan").asString()).isEqualTo("2030-05-05 12:00");
    }

    @Test
    void seats_are_shown_by_the_catalogue_with_one_more_question() {
        assertThat(shown(new OrderId(300), usual()).at("/positions/0/seat").toString())
                .isEqualTo("{\"id\":77,\"name\":\"Row A, Seat 1\",\"seat_guid\":\"A-1\",\"zone_name\":\"Floor\","
                        + "\"row_name\":\"A\",\"row_label\":null,\"seat_label\":null,\"seat_number\":\"1\"}");
    }

    @Test
    void include_and_exclude_reach_one_level_into_an_order() {
        var shape = new OrderShape(
                "", false, false, false, List.of("code", "positions.item", "fees"), List.of("fees.id", "nonsense.x"));
        assertThat(shown(OPEN, shape).toString())
                .isEqualTo("{\"code\":\"OPEN1\",\"fees\":[{\"fee_type\":\"service\",\"value\":\"2.00\","
                        + "\"description\":\"\",\"internal_type\":\"\",\"tax_rate\":\"0.00\",\"tax_value\":\"0.00\","
                        + "\"tax_rule\":null,\"canceled\":false}],\"positions\":[{\"item\":1}]}");
    }

    @Test
    void an_order_costs_one_statement() {
        assertThat(store.statementsOf(() -> shown(PAID, usual()))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                    | 101 102 201",
                "include_canceled_positions=true       | 101 102 201 202",
                "include_canceled_positions=True       | 101 102 201",
                "order=open1                           | 201",
                "attendee_name=ada lovelace            | 101 102",
                "secret=secret-101                     | 101",
                "secret=SECRET-101                     | ''",
                "pseudonymization_id=PSEUDO201         | 201",
                "item=1                                | 101 201",
                "item__in=1,2                          | 101 102 201",
                "addon_to=101                          | 102",
                "order__status=p                       | 101 102",
                "order__status__in=n,x                 | 201",
                "has_checkin=true                      | 101",
                "has_checkin=false                     | 102 201",
                "voucher__code=NOPE                    | ''",
                "has_checkin=maybe                     | 101 102 201",
                "search=SECRET-20                      | 201",
                "search=love                           | 101 102",
                "search=guests.test                    | 101 102 201",
                "search=OPE                            | 201",
                "search=PEN                            | ''",
                "search=bob@example                    | 201",
                "ordering=-positionid                  | 102 201 101",
                "ordering=attendee_name                | 102 101 201",
                "ordering=-order__code,-positionid     | 102 101 201",
            })
    void the_list_of_positions_finds(String query, String ids) {
        String found = String.join(
                " ",
                listed(query.strip().replace(" ", "+"))
                        .path("results")
                        .valueStream()
                        .map(position -> position.path("id").toString())
                        .toList());
        assertThat(found).isEqualTo(ids.strip());
    }

    @Test
    void a_choice_that_does_not_exist_is_refused() {
        for (String query :
                List.of("item=99", "item__in=1,99", "addon_to=5", "order__status=x", "variation=1", "voucher=5")) {
            assertThatThrownBy(() -> listed(query)).as(query).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void a_ticket_is_found_by_number_secret_or_pseudonym_unless_it_was_canceled() {
        assertThat(find(new TicketKey.ByNumber(101))).isEqualTo(101);
        assertThat(find(new TicketKey.BySecret("secret-101"))).isEqualTo(101);
        assertThat(find(new TicketKey.BySecret("PSEUDO101"))).isEqualTo(101);
        assertThat(find(new TicketKey.BySecret("101"))).isZero();
        assertThat(find(new TicketKey.ByNumber(202))).isZero();
        boolean own = lookup(tickets -> tickets.isKnown(Festival.ORGANIZER, 202));
        boolean foreign = lookup(tickets -> tickets.isKnown(new OrganizerSlug("other"), 202));
        assertThat(own).isTrue();
        assertThat(foreign).isFalse();
    }

    @Test
    void a_position_below_another_resource_names_its_order_by_code_and_event() {
        Map<Long, ?> shown = lookup(tickets ->
                tickets.shown(Festival.ORGANIZER, List.of(101L, 202L, 9L), false, new Links("http://gatebook.test")));
        assertThat(shown).containsOnlyKeys(101L);
        JsonNode position = ApiJson.mapper().valueToTree(shown.get(101L));
        assertThat(position.path("order").toString()).isEqualTo("{\"code\":\"PAIDZ\",\"event\":\"fest\"}");
        assertThat(position.path("pdf_data").toString()).isEqualTo("{}");
        assertThat(position.at("/downloads/0/url").asString()).startsWith(FILES);
        assertThat(List.copyOf(position.propertyNames())).startsWith("id", "order", "positionid");
    }

    private static void read(Rows rows) {
        if (rows == Rows.REBUILT) {
            store.rebuild();
        }
    }

    private static Attendee ada() {
        Attendee plain = attendee("Ada", "Lovelace", "ada@guests.test");
        return new Attendee(
                plain.nameParts(),
                plain.email(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(
                        new Attendee.Answer(Festival.QUESTION, "Blue, Red", List.of(Festival.BLUE, Festival.RED), null),
                        new Attendee.Answer(99, "to a question that is gone", List.of(), null)));
    }

    private static OrderShape usual() {
        return OrderShape.usual("http://gatebook.test");
    }

    private static JsonNode shown(OrderId order, OrderShape shape) {
        return json(store.ask(new ShowOrder(Festival.ORGANIZER, order, shape)).orElseThrow());
    }

    private static JsonNode json(Object resource) {
        return ApiJson.mapper().readTree(ApiJson.mapper().writeValueAsString(resource));
    }

    private static JsonNode listed(String query) {
        var endpoint = store.get(OrderPositionEndpoint.class);
        Asked asked = Asked.by("acme", "/", query, CAN_VIEW_ORDERS).below(Festival.EVENT);
        return store.read(() -> endpoint.list(asked));
    }

    private static long find(TicketKey key) {
        return lookup(tickets -> tickets.find(Festival.ORGANIZER, key).orElse(0L));
    }

    private static <R> R lookup(Function<TicketLookup, R> question) {
        return store.get(TransactionalUnit.class)
                .read(Opening.plain(), entered -> question.apply(store.get(TicketLookup.class)));
    }
}
