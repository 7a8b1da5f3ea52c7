package org.gatebook.query.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.test.OrderFacts.attendee;
import static org.gatebook.query.test.OrderFacts.order;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.OrderDetails;
import org.gatebook.api.order.OrderEvent.OrderDetailsChanged;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.ticket.DoorQuery.DoorShape;
import org.gatebook.api.ticket.DoorQuery.Entrance;
import org.gatebook.api.ticket.DoorQuery.FindTicketsByCode;
import org.gatebook.api.ticket.DoorQuery.TicketAtDoor;
import org.gatebook.catalogue.crud.ShownResources;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.StreamHeads;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.query.test.Festival;
import org.gatebook.query.test.OrderStore;
import org.gatebook.web.answer.ApiJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What doors are told, from rows written live and from rows that a rebuild made. */
class DoorAnswersTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static OrderStore store;
    private static DoorAnswers answers;

    @BeforeAll
    static void orders_whose_positions_name_some_people() {
        store = new OrderStore(POSTGRES.application());
        JdbcClient jdbc = store.get(JdbcClient.class);
        answers = new DoorAnswers(
                jdbc,
                new DoorPositions(
                        store.get(ShownOrders.class),
                        new Festival(),
                        store.get(ShownResources.class),
                        new OtherNames(jdbc)),
                store.get(StreamHeads.class));
        store.place(order(100, "NAMES")
                .invoicedTo("", "Carl", "Payer")
                .line(101, Festival.TICKET, null, attendee("Ada", "King", null))
                .line(102, Festival.WORKSHOP, 101L, Attendee.unknown())
                .line(103, Festival.WORKSHOP, 101L, attendee("Bob", "Builder", null))
                .line(104, Festival.WORKSHOP, 101L, Attendee.unknown())
                .line(105, Festival.TICKET)
                .line(106, Festival.WORKSHOP, 105L, Attendee.unknown()));
        store.place(
                order(200, "NOBDY").line(201, Festival.TICKET).line(202, Festival.WORKSHOP, 201L, Attendee.unknown()));
        OrderId watched = new OrderId(300);
        store.place(
                order(300, "WATCH").line(301, Festival.TICKET),
                new OrderDetailsChanged(watched, details(watched, false, "Look twice")),
                new OrderDetailsChanged(watched, details(watched, true, "Call security")));
        OrderId calm = new OrderId(400);
        store.place(
                order(400, "CALMD").line(401, Festival.TICKET),
                new OrderDetailsChanged(calm, details(calm, true, "Call security")),
                new OrderDetailsChanged(calm, details(calm, false, null)));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void addons_without_a_name_are_called_by_that_of_their_main_position() {
        List<JsonNode> shown = shown(byCode("secret-101", null, true));
        assertThat(shown).extracting(position -> position.get("id").asLong()).containsExactly(101L, 102L, 103L, 104L);
        assertThat(shown)
                .extracting(position -> position.get("attendee_name").asString())
                .containsExactly("Ada King", "Ada King", "Bob Builder", "Ada King");
        assertThat(shown)
                .extracting(position ->
                        position.at("/attendee_name_parts/given_name").asString())
                .containsExactly("Ada", "Ada", "Bob", "Ada");
    }

    @Test
    void where_the_main_position_names_nobody_either_the_name_on_the_invoice_is_called() {
        List<JsonNode> shown = shown(byCode("secret-105", null, true));
        assertThat(shown).hasSize(2).allSatisfy(position -> {
            assertThat(position.get("attendee_name").asString()).isEqualTo("Carl Payer");
            assertThat(position.at("/attendee_name_parts/family_name").asString())
                    .isEqualTo("Payer");
        });
    }

    @Test
    void without_any_name_nobody_is_called() {
        assertThat(shown(byCode("secret-201", null, true)))
                .hasSize(2)
                .allSatisfy(position ->
                        assertThat(position.get("attendee_name").isNull()).isTrue());
    }

    @Test
    void main_positions_are_looked_up_only_for_addons_without_a_name() {
        int named = statements("secret-103");
        assertThat(statements("secret-105")).isEqualTo(named);
        assertThat(statements("secret-102")).isEqualTo(named + 1);
    }

    @Test
    void main_positions_come_first_and_then_each_with_its_number() {
        assertThat(byCode("secret-102", 105L, true))
                .extracting(ticket -> ticket.ticket().number())
                .containsExactly(105L, 102L);
        assertThat(byCode("secret-105", 101L, true))
                .extracting(ticket -> ticket.ticket().number())
                .containsExactly(101L, 105L, 106L);
        assertThat(byCode("secret-101", 106L, true))
                .extracting(ticket -> ticket.ticket().number())
                .containsExactly(101L, 102L, 103L, 104L, 106L);
    }

    @Test
    void what_an_order_says_to_doors_is_what_it_says_now() {
        assertThat(byCode("secret-101", null, false)).singleElement().satisfies(ticket -> {
            assertThat(ticket.attention()).isFalse();
            assertThat(ticket.text()).isNull();
        });
        assertThat(byCode("secret-301", null, false)).singleElement().satisfies(ticket -> {
            assertThat(ticket.attention()).isTrue();
            assertThat(ticket.text()).isEqualTo("Call security");
        });
        assertThat(byCode("secret-401", null, false)).singleElement().satisfies(ticket -> {
            assertThat(ticket.attention()).isFalse();
            assertThat(ticket.text()).isNull();
        });
    }

    @Test
    void a_rebuild_says_the_same_to_doors() {
        store.rebuild();
        what_an_order_says_to_doors_is_what_it_says_now();
    }

    private static OrderDetails details(OrderId order, boolean attention, @Nullable String text) {
        return new OrderDetails(
                "en",
                Personal.of(order.subject(), new Buyer(null, null, "", null)),
                null,
                attention,
                text == null ? null : Personal.of(order.subject(), text),
                false,
                Personal.of(order.subject(), Map.of()),
                null);
    }

    private static List<TicketAtDoor> byCode(String code, @Nullable Long number, boolean addonMatch) {
        FindTicketsByCode query = new FindTicketsByCode(
                Festival.ORGANIZER,
                List.of(new Entrance(Festival.EVENT, 9, null, addonMatch)),
                code,
                number,
                new DoorShape("http://gatebook.test", null, Set.of(), Set.of()));
        return store.get(TransactionalUnit.class).read(Opening.plain(), entered -> answers.find(query));
    }

    private static int statements(String code) {
        return store.statementsOf(() -> byCode(code, null, false)).size();
    }

    private static List<JsonNode> shown(List<TicketAtDoor> tickets) {
        return tickets.stream()
                .map(ticket -> ApiJson.mapper().<JsonNode>valueToTree(ticket.shown()))
                .toList();
    }
}
