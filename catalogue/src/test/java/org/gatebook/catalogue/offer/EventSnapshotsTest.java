package org.gatebook.catalogue.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventOffers;
import org.gatebook.catalogue.event.EventClient;
import org.gatebook.catalogue.item.ItemResource;
import org.gatebook.catalogue.organizer.OrganizerSettingsWriter;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.request.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes on one database: what one has committed about an event, the next request on the other sees. */
class EventSnapshotsTest {

    private static final OrganizerSlug BIG = new OrganizerSlug("bigevents");
    private static final EventSlug CONF = new EventSlug("conf");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode one;
    private static CatalogueNode other;
    private static EventClient here;
    private static EventClient there;
    private static long ticket;

    @BeforeAll
    static void start() {
        one = CatalogueNode.on(POSTGRES.application());
        other = CatalogueNode.on(POSTGRES.application());
        one.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
        here = new EventClient(one, "bigevents");
        there = new EventClient(other, "bigevents");
        here.create("conf", "");
        ticket = here.item("conf", "\"default_price\": \"23.00\"");
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void a_price_changed_on_one_node_holds_for_the_next_request_on_the_other() {
        for (int price = 1; price < 4; price++) {
            String text = price + ".00";
            assertThat(price(there)).isNotEqualTo(text);
            one.write("bigevents", entered -> change(one, text));
            assertThat(price(there)).isEqualTo(text);
            assertThat(price(here)).isEqualTo(text);
        }
    }

    @Test
    void what_an_organizer_sets_holds_for_its_events_at_once_unless_they_say_otherwise() {
        there.offer("conf");
        set("{\"max_items_per_order\": 7}");
        assertThat(there.offer("conf").terms().maxItemsPerOrder()).isEqualTo(7);
        here.set("conf", "{\"max_items_per_order\": 3}");
        set("{\"max_items_per_order\": 8}");
        assertThat(there.offer("conf").terms().maxItemsPerOrder()).isEqualTo(3);
    }

    @Test
    void a_snapshot_is_loaded_once_for_a_version_and_versions_grow() {
        EventOffer first = there.offer("conf");
        assertThat(there.offer("conf")).isSameAs(first);
        one.write("bigevents", entered -> change(one, "50.00"));
        assertThat(there.offer("conf").version()).isGreaterThan(first.version());
    }

    @Test
    void what_is_rolled_back_was_seen_by_nobody_else() {
        String before = price(here);
        assertThatThrownBy(() -> one.write("bigevents", entered -> {
                    change(one, "99.00");
                    assertThat(one.get(EventOffers.class)
                                    .of(BIG, CONF)
                                    .items()
                                    .get(ticket)
                                    .defaultPrice())
                            .isEqualTo(new BigDecimal("99.00"));
                    throw new IllegalStateException("the request ends here");
                }))
                .hasMessageContaining("the request ends here");
        assertThat(price(here)).isEqualTo(before);
    }

    @Test
    void an_event_that_does_not_exist_offers_nothing() {
        Optional<EventOffer> offer =
                one.read("bigevents", entered -> one.get(EventOffers.class).find(BIG, new EventSlug("nowhere")));
        assertThat(offer).isEmpty();
    }

    private static String price(EventClient client) {
        return client.offer("conf").items().get(ticket).defaultPrice().toPlainString();
    }

    private static Object change(CatalogueNode node, String price) {
        return node.get(Catalogue.class)
                .change(
                        node.get(Documents.class)
                                .byId(node.get(ItemResource.class).type(), Owner.of(BIG, CONF), ticket)
                                .orElseThrow(),
                        Map.of("default_price", price));
    }

    private static void set(String json) {
        one.write("bigevents", entered -> {
            one.get(OrganizerSettingsWriter.class)
                    .change(BIG, new RequestBody.Json(JsonMapper.shared().readTree(json)));
            return entered;
        });
    }
}
