package org.gatebook.catalogue.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.Seat;
import org.gatebook.api.offer.Seats;
import org.gatebook.catalogue.event.SampleEvents;
import org.gatebook.catalogue.resource.DocumentCheck;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.catalogue.test.SampleSale;
import org.gatebook.catalogue.usage.Counted;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** Seats as the fixture documented-seats makes them and the recording documented/seat-details shows them. */
class SeatTest {

    private static final String LAYOUT = """
        {"name": "Theatre", "size": {"width": 600, "height": 400}, "categories": [{"name": "Stalls"}], "zones": [
         {"name": "Parquet", "rows": [
          {"row_number": "A", "row_label": "Reihe %s", "seat_label": "Platz %s", "seats": [
           {"seat_guid": "P-A-1", "seat_number": "1", "category": "Stalls"}]},
          {"row_number": "B", "seats": [{"seat_guid": "P-B-2", "seat_number": "2", "category": "Stalls"}]}]},
         {"name": "Balcony", "rows": [{"row_number": "7", "row_label": "Box", "seats": [
          {"seat_guid": "B-7-1", "seat_number": "1", "category": "Stalls"}]}]}]}
        """;

    private static final String SMALLER = """
        {"name": "Smaller", "size": {}, "categories": [{"name": "Stalls"}], "zones": [{"name": "Parquet", "rows": [
         {"row_number": "A", "seats": [{"seat_guid": "P-A-1", "seat_number": "1", "category": "Stalls"}]}]}]}
        """;

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static SampleSale sale;
    private static ResourceClient plans;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        sale = SampleSale.on(node, "conf");
        plans = node.client("bigevents", "seatingplans");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void an_event_has_the_seats_of_its_plan_and_keeps_those_that_were_sold() {
        Object plan = plan(LAYOUT);
        Object smaller = plan(SMALLER);
        seatEvent(plan);
        assertThat(seats())
                .extracting(Seat::name)
                .containsExactly("Parquet, Reihe A, Platz 1", "Parquet, Row B, Seat 2", "Balcony, Box, Seat 1");
        Seat first = seats().getFirst();
        assertThat(first.rowLabel()).isEqualTo("Reihe A");
        assertThat(seats().get(1).rowLabel()).isNull();
        assertThat(sale.client("seats").list("zone_name=Balcony"))
                .singleElement()
                .satisfies(seat -> assertThat(seat)
                        .containsEntry("seat_guid", "B-7-1")
                        .containsEntry("product", ((Number) sale.ticket()).longValue())
                        .containsEntry("blocked", false)
                        .containsEntry("orderposition", null)
                        .containsEntry("subevent", null));

        seatEvent(smaller);
        assertThat(seats()).singleElement().satisfies(kept -> {
            assertThat(kept.id()).isEqualTo(first.id());
            assertThat(kept.name()).isEqualTo("Parquet, Row A, Seat 1");
        });

        sale.count(Counted.seat(first.id()), 1);
        sale.count(Counted.seat(first.id()), -1);
        assertThat(refusal(() -> seatEvent(null)))
                .isEqualTo(Map.of(
                        "seating_plan",
                        List.of("You can not change the plan since seat \"P-A-1\" is not present in the new plan and is"
                                + " already sold.")));
        assertThat(refusal(() -> plans.change(smaller, "{\"name\": \"Other\"}")))
                .isEqualTo(Map.of("detail", "This plan can not be changed while it is in use for an event."));
        assertThat(refusal(() -> plans.delete(smaller)))
                .isEqualTo(Map.of("detail", "This plan can not be deleted while it is in use for an event."));
        plans.delete(plan);
        assertThat(node.get(DocumentCheck.class).differences()).isEmpty();
    }

    @Test
    void a_seat_can_be_kept_back_and_nothing_else() {
        SampleEvents.conference(node, "bigevents", "blocking");
        SampleEvents.change(node, "bigevents", "blocking", "{\"seating_plan\": %s}".formatted(plan(SMALLER)));
        ResourceClient seats = node.client("bigevents", "blocking", "seats");
        Object seat = seats.list("").getFirst().get("id");
        assertThat(seats.change(seat, "{\"blocked\": true, \"seat_guid\": \"X\"}"))
                .containsEntry("blocked", true)
                .containsEntry("seat_guid", "P-A-1");
        assertThat(seats.list("blocked=true")).hasSize(1);
        assertThat(seats.list("blocked=false")).isEmpty();
    }

    @Test
    void what_is_no_plan_is_refused() {
        assertThat(fault("[]")).endsWith("The plan is not of type 'object'");
        assertThat(fault("{}")).endsWith("'name' is a required property");
        assertThat(fault(SMALLER.replace("\"category\": \"Stalls\"", "\"category\": \"Box\"")))
                .isEqualTo("Your layout file is not a valid seating plan. Error message: 'Box' is not one of the"
                        + " categories");
        assertThat(fault(LAYOUT.replace("B-7-1", "P-A-1"))).endsWith("there is more than one seat 'P-A-1'");
        assertThat(SeatingLayout.fault(JsonMapper.shared().readTree(LAYOUT))).isNull();
    }

    private static String fault(String layout) {
        return SeatingLayout.fault(JsonMapper.shared().readTree(layout));
    }

    private static void seatEvent(Object plan) {
        SampleEvents.change(
                node,
                "bigevents",
                "conf",
                "{\"seating_plan\": %s, \"seat_category_mapping\": {\"Stalls\": %s}}".formatted(plan, sale.ticket()));
    }

    private static List<Seat> seats() {
        return node.read(
                "bigevents",
                entered -> node
                        .get(Seats.class)
                        .byGuid(
                                new OrganizerSlug("bigevents"),
                                new EventSlug("conf"),
                                List.of("P-A-1", "P-B-2", "B-7-1", "unknown"))
                        .stream()
                        .sorted(Comparator.comparing(Seat::id))
                        .toList());
    }

    private static Object plan(String layout) {
        return plans.create("{\"name\": \"Plan\", \"layout\": " + layout + "}").get("id");
    }
}
