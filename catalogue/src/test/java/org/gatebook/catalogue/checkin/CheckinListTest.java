package org.gatebook.catalogue.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.CheckinList;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.catalogue.event.SampleEvents;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Check-in lists beside what the recordings checkin/lists-* show. */
class CheckinListTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static ResourceClient lists;
    private static Object ticket;
    private static Object elsewhere;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        node.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
        SampleEvents.conference(node, "bigevents", "conf");
        SampleEvents.conference(node, "bigevents", "other");
        ticket = item("conf");
        elsewhere = item("other");
        lists = node.client("bigevents", "conf", "checkinlists");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void decisions_see_a_list_in_the_snapshot_of_its_event() {
        Object id = lists.create("""
            {"name": "VIP", "all_products": false, "limit_products": [%s, %s], "include_pending": true,
             "auto_checkin_sales_channels": ["web", "web"], "rules": {"<": [{"var": "entries_number"}, 3]},
             "exit_all_at": "2030-05-02T04:00:00+02:00", "addon_match": true}
            """.formatted(ticket, ticket)).get("id");
        CheckinList list = offered(id);
        assertThat(list)
                .isEqualTo(new CheckinList(
                        list.id(),
                        "VIP",
                        false,
                        Set.of(Long.valueOf(ticket.toString())),
                        null,
                        true,
                        false,
                        true,
                        Map.of("<", List.of(Map.of("var", "entries_number"), 3)),
                        Instant.parse("2030-05-02T02:00:00Z"),
                        true,
                        Set.of("web")));
        lists.change(id, "{\"exit_all_at\": null, \"rules\": {}}");
        assertThat(offered(id).exitAllAt()).isNull();
        assertThat(offered(id).rules()).isEmpty();
        lists.delete(id);
        assertThat(offered(id)).isNull();
    }

    @Test
    void a_product_of_another_event_is_another_fault_than_one_that_nobody_has() {
        assertThat(refusal(() -> lists.create("{\"name\": \"A\", \"limit_products\": [%s]}".formatted(elsewhere))))
                .isEqualTo(Map.of("non_field_errors", List.of("One or more items do not belong to this event.")));
        assertThat(refusal(() -> lists.create("{\"name\": \"A\", \"limit_products\": [424242]}")))
                .isEqualTo(Map.of("limit_products", List.of("Invalid pk \"424242\" - object does not exist.")));
    }

    @Test
    void rules_that_scanners_do_not_understand_are_refused() {
        assertThat(refusal(() -> lists.create("{\"name\": \"A\", \"rules\": {\"+\": [1]}}")))
                .isEqualTo(Map.of("non_field_errors", List.of("Logic operator \"+\" is currently not allowed.")));
    }

    @Test
    void a_list_of_a_single_event_has_no_date_but_matches_any() {
        Object id = lists.create("{\"name\": \"All\"}").get("id");
        assertThat(lists.list("subevent_match=999"))
                .extracting(list -> list.get("id"))
                .contains(id);
        assertThat(refusal(() -> lists.list("subevent=999")))
                .isEqualTo(Map.of(
                        "subevent",
                        List.of("Select a valid choice. That choice is not one of the available choices.")));
    }

    @Test
    void numbers_are_counted_only_for_those_who_want_them() {
        Object id = lists.create("{\"name\": \"Numbers\"}").get("id");
        assertThat(lists.detail(id, "")).containsEntry("checkin_count", 0L).containsEntry("position_count", 0L);
        assertThat(lists.detail(id, "exclude=checkin_count&exclude=rules&exclude=nonsense"))
                .containsKeys("position_count", "name")
                .doesNotContainKeys("checkin_count", "rules");
    }

    @Test
    void a_product_that_is_gone_is_on_no_list() {
        Object gone = item("conf");
        Object id = lists.create("{\"name\": \"Some\", \"all_products\": false, \"limit_products\": [%s, %s]}"
                        .formatted(gone, ticket))
                .get("id");
        node.client("bigevents", "conf", "items").delete(gone);
        assertThat(offered(id).limitProducts()).containsExactly(Long.valueOf(ticket.toString()));
    }

    private static CheckinList offered(Object id) {
        return node.read(
                "bigevents",
                entered -> node.get(EventOffers.class)
                        .of(new OrganizerSlug("bigevents"), new EventSlug("conf"))
                        .checkinLists()
                        .get(Long.valueOf(id.toString())));
    }

    private static Object item(String event) {
        return node.client("bigevents", event, "items")
                .create("{\"name\": {\"en\": \"Ticket\"}, \"default_price\": \"23.00\"}")
                .get("id");
    }
}
