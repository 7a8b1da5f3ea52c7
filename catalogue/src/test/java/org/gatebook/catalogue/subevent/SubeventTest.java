package org.gatebook.catalogue.subevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.api.offer.Subevent;
import org.gatebook.catalogue.event.EventClient;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.test.Asked;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.catalogue.test.ResourceClient;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.auth.Credential;
import org.gatebook.web.auth.EventReach;
import org.gatebook.web.auth.Permission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dates of a series, as the fixtures ordercreate-series and orderread-series send them. */
class SubeventTest {

    private static final OrganizerSlug BIG = new OrganizerSlug("bigevents");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static ResourceClient dates;
    private static ResourceClient others;
    private static long ticket;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        node.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
        EventClient events = new EventClient(node, "bigevents");
        events.create("series", "\"has_subevents\": true");
        events.create("other", "\"has_subevents\": true");
        ticket = events.item("series", "\"default_price\": \"23.00\"");
        dates = ResourceClient.of(node, node.get(SubeventEndpoint.class), "bigevents", "series");
        others = ResourceClient.of(node, node.get(SubeventEndpoint.class), "bigevents", "other");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_date_shows_all_its_fields_and_when_it_last_changed() {
        Map<String, Object> date = dates.create("""
            {"name": {"en": "Monday"}, "active": true, "date_from": "2030-05-01T18:00:00Z", "meta_data": {}}
            """);
        assertThat(date.keySet())
                .containsExactly(
                        "id",
                        "name",
                        "date_from",
                        "date_to",
                        "active",
                        "date_admission",
                        "presale_start",
                        "presale_end",
                        "location",
                        "geo_lat",
                        "geo_lon",
                        "event",
                        "is_public",
                        "frontpage_text",
                        "seating_plan",
                        "item_price_overrides",
                        "variation_price_overrides",
                        "meta_data",
                        "seat_category_mapping",
                        "last_modified",
                        "comment");
        assertThat(date)
                .containsEntry("event", "series")
                .containsEntry("is_public", true)
                .containsEntry("item_price_overrides", List.of());
        assertThat(dates.detail(date.get("id"), "")).isEqualTo(date);
        assertThat(date.get("last_modified")).isNotNull();
    }

    @Test
    void prices_differ_on_a_date_and_decisions_see_it() {
        Map<String, Object> date = dates.create("""
            {"name": {"en": "Tuesday"}, "active": true, "date_from": "2030-05-02T18:00:00Z", "meta_data": {},
             "item_price_overrides": [{"item": %d, "price": "19.00"}]}
            """.formatted(ticket));
        assertThat(String.valueOf(date.get("item_price_overrides")))
                .isEqualTo("[{item=" + ticket
                        + ", price=19.00, disabled=false, available_from=null, available_until=null}]");
        assertThat(offered(date).itemOverrides())
                .isEqualTo(Map.of(ticket, new Subevent.DateOverride(new BigDecimal("19.00"), false, null, null)));
        dates.change(date.get("id"), "{\"item_price_overrides\": []}");
        assertThat(offered(date).itemOverrides()).isEmpty();
    }

    @Test
    void only_products_of_the_event_have_other_prices() {
        assertThat(refusal(() -> others.create("""
            {"name": "D", "date_from": "2030-05-02T18:00:00Z", "meta_data": {},
             "item_price_overrides": [{"item": %d}]}
            """.formatted(ticket))))
                .isEqualTo(Map.of("non_field_errors", List.of("One or more items do not belong to this event.")));
    }

    @Test
    void a_date_does_not_end_before_it_starts_and_has_no_unknown_properties() {
        assertThat(refusal(() -> dates.create("""
            {"name": "D", "date_from": "2030-05-02T18:00:00Z", "date_to": "2030-05-01T18:00:00Z", "meta_data": {}}
            """)))
                .isEqualTo(Map.of("non_field_errors", List.of("The event cannot end before it starts.")));
        assertThat(refusal(() -> dates.create("""
            {"name": "D", "date_from": "2030-05-02T18:00:00Z", "meta_data": {"Genre": "Rock"}}
            """)))
                .isEqualTo(Map.of("meta_data", List.of("Meta data property 'Genre' does not exist.")));
    }

    @Test
    void dates_of_all_events_within_reach_are_listed_by_date_and_since_a_moment() {
        Object first = others.create("""
            {"name": "Later", "active": true, "date_from": "2032-05-02T18:00:00Z", "meta_data": {}}
            """).get("id");
        Map<String, Object> second = others.create("""
            {"name": "Sooner", "active": true, "date_from": "2032-05-01T18:00:00Z", "meta_data": {}}
            """);
        assertThat(listed("active=true&ends_after=2032-01-01T00:00:00Z&search=OTHER"))
                .containsExactly(second.get("id"), first);
        assertThat(listed("modified_since=" + second.get("last_modified"))).containsExactly(second.get("id"));
        assertThat(listed("event__live=true")).isEmpty();
        assertThat(listed("ordering=-last_modified").getFirst()).isEqualTo(second.get("id"));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> listed(String query) {
        Credential who = new Credential.TeamToken(
                1, "token", 1, BIG, Set.of(Permission.values()), new EventReach.Only(Set.of(new EventSlug("other"))));
        return node.read(
                "bigevents",
                entered -> ((List<Map<String, Object>>) ResourceClient.json(node.get(OrganizerSubeventEndpoint.class)
                                        .list(Asked.get(entered, "bigevents", query)
                                                .by(who, "")))
                                .get("results"))
                        .stream().map(date -> date.get("id")).toList());
    }

    private static Subevent offered(Map<String, Object> date) {
        return node.read(
                "bigevents",
                entered -> node.get(EventOffers.class)
                        .of(BIG, new EventSlug("series"))
                        .subevent((Long) date.get("id"))
                        .orElseThrow());
    }
}
