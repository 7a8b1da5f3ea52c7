package org.gatebook.catalogue.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.catalogue.test.ResourceClient.refusal;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.ticket.TicketSigning;
import org.gatebook.catalogue.provisioning.Provisioning;
import org.gatebook.catalogue.test.CatalogueNode;
import org.gatebook.catalogue.test.Files;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.web.auth.EventReach;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Events as the fixture event sends them, and as the recording devices/sync-first shows them.
 *
 * <p>Long: all cases share one database with a prepared organizer.
 */
class EventTest {

    private static final String ORGANIZER = "bigevents";

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CatalogueNode node;
    private static EventClient events;

    @BeforeAll
    static void start() {
        node = CatalogueNode.on(POSTGRES.application());
        node.get(Provisioning.class).apply(Files.text("/two-organizers.json"));
        events = new EventClient(node, ORGANIZER);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void an_event_shows_all_its_fields_in_the_order_of_the_api() {
        events.create("shown", "\"plugins\": [\"pretix.plugins.manualpayment\", \"pretix.plugins.banktransfer\"]");
        Map<String, Object> event = events.detail("shown");
        assertThat(event.keySet())
                .containsExactly(
                        "name",
                        "slug",
                        "live",
                        "testmode",
                        "currency",
                        "date_from",
                        "date_to",
                        "date_admission",
                        "is_public",
                        "presale_start",
                        "presale_end",
                        "location",
                        "geo_lat",
                        "geo_lon",
                        "has_subevents",
                        "meta_data",
                        "seating_plan",
                        "plugins",
                        "seat_category_mapping",
                        "timezone",
                        "item_meta_properties",
                        "valid_keys",
                        "all_sales_channels",
                        "limit_sales_channels",
                        "public_url",
                        "sales_channels");
        assertThat(event)
                .containsEntry("currency", "EUR")
                .containsEntry("date_from", "2030-05-01T10:00:00Z")
                .containsEntry("is_public", true)
                .containsEntry("timezone", "Europe/Berlin")
                .containsEntry("plugins", List.of("pretix.plugins.banktransfer", "pretix.plugins.manualpayment"))
                .containsEntry("valid_keys", Map.of("pretix_sig1", List.of()))
                .containsEntry("public_url", "http://gatebook.test/bigevents/shown/")
                .containsEntry("sales_channels", List.of("web"));
    }

    @Test
    void only_answers_about_one_event_show_the_keys_of_its_tickets() {
        assertThat(events.create("keyless", "")).doesNotContainKey("valid_keys");
    }

    @Test
    void a_slug_is_well_spelled_and_used_once_whatever_its_case() {
        events.create("taken", "");
        refused(() -> events.create("TAKEN", ""), "slug", "This slug has already been used for a different event.");
        refused(
                () -> events.create("no slug", ""),
                "slug",
                "The slug may only contain letters, numbers, dots and dashes.");
        refused(() -> events.change("taken", "{\"slug\": \"other\"}"), "slug", "The event slug cannot be changed.");
        assertThat(events.change("taken", "{\"slug\": \"taken\"}")).containsEntry("slug", "taken");
    }

    @Test
    void an_event_does_not_end_before_it_starts() {
        refused(
                () -> events.create("backwards", "\"date_to\": \"2030-04-30T10:00:00Z\""),
                "non_field_errors",
                "The event cannot end before it starts.");
        refused(
                () -> events.create(
                        "backwards",
                        "\"presale_start\": \"2030-04-30T10:00:00Z\", \"presale_end\": \"2030-04-29T10:00:00Z\""),
                "non_field_errors",
                "The event's presale cannot end before it starts.");
    }

    @Test
    void what_does_not_exist_cannot_be_named() {
        refused(
                () -> events.create("named", "\"plugins\": [\"pretix.plugins.nonsense\"]"),
                "plugins",
                "Unknown plugin: 'pretix.plugins.nonsense'.");
        refused(
                () -> events.create("named", "\"meta_data\": {\"Genre\": \"Rock\"}"),
                "meta_data",
                "Meta data property 'Genre' does not exist.");
        refused(
                () -> events.create("named", "\"timezone\": \"Mars/Olympus\""),
                "timezone",
                "\"Mars/Olympus\" is not a valid choice.");
        refused(
                () -> events.create("named", "\"seat_category_mapping\": {\"Stalls\": 1}"),
                "seat_category_mapping",
                "You cannot specify seat category mappings on event creation.");
    }

    @Test
    void a_series_stays_one() {
        events.create("series", "\"has_subevents\": true");
        refused(
                () -> events.change("series", "{\"has_subevents\": false}"),
                "has_subevents",
                "Once created an event cannot change between an series and a single event.");
    }

    @Test
    void an_event_goes_live_only_with_a_quota() {
        refused(
                () -> events.create("early", "\"live\": true"),
                "live",
                "Events cannot be created as 'live'. Quotas and payment must be added to the event before sales can go"
                        + " live.");
        events.create("early", "");
        refused(
                () -> events.change("early", "{\"live\": true}"),
                "live",
                "You need to configure at least one quota to sell anything.");
        assertThat(events.change("early", "{\"live\": false}")).containsEntry("live", false);
    }

    @Test
    void an_event_that_costs_goes_live_only_with_a_way_to_pay() {
        events.create("paid", "\"plugins\": [\"pretix.plugins.banktransfer\"]");
        events.quota("paid", events.item("paid", "\"default_price\": \"23.00\""));
        events.set("paid", "{\"payment_manual__enabled\": false, \"payment_banktransfer__enabled\": false}");
        refused(
                () -> events.change("paid", "{\"live\": true}"),
                "live",
                "You have configured at least one paid product but have not enabled any payment methods.");
        events.set("paid", "{\"payment_banktransfer__enabled\": true}");
        assertThat(events.change("paid", "{\"live\": true}")).containsEntry("live", true);
    }

    @Test
    void an_event_that_costs_nothing_needs_no_way_to_pay() {
        events.create("free", "");
        events.quota("free", events.item("free", "\"default_price\": \"0.00\""));
        events.set("free", "{\"payment_manual__enabled\": false}");
        assertThat(events.change("free", "{\"live\": true}")).containsEntry("live", true);
    }

    @Test
    void a_copy_offers_the_same_under_numbers_of_its_own() {
        events.create("original", "\"plugins\": [\"pretix.plugins.banktransfer\"], \"is_public\": false");
        long ticket = events.item("original", "\"default_price\": \"23.00\", \"variations\": [{\"value\": \"A\"}]");
        events.quota("original", events.item("original", "\"default_price\": \"5.00\""));
        events.set("original", "{\"payment_term_days\": 3}");
        assertThat(events.copy(
                        "original",
                        "{\"name\": \"Copy\", \"slug\": \"copy\", \"date_from\": \"2031-05-01T10:00:00Z\"}"))
                .containsEntry("slug", "copy")
                .containsEntry("live", false)
                .containsEntry("is_public", false)
                .containsEntry("plugins", List.of("pretix.plugins.banktransfer"));
        EventOffer copy = events.offer("copy");
        assertThat(copy.terms().payment().days()).isEqualTo(3);
        assertThat(copy.items()).hasSize(2).doesNotContainKey(ticket);
        assertThat(copy.items().values())
                .anySatisfy(item -> assertThat(item.variations())
                        .hasSize(1)
                        .doesNotContainAnyElementsOf(
                                events.offer("original").items().get(ticket).variations()));
        assertThat(copy.quotas().values())
                .singleElement()
                .satisfies(quota -> assertThat(copy.items().keySet()).containsAll(quota.items()));
    }

    @Test
    void lists_show_what_is_within_reach_by_slug_and_are_narrowed() {
        events.create("list-b", "\"has_subevents\": true");
        events.create("list-a", "\"date_to\": \"2031-05-01T10:00:00Z\"");
        events.create("list-c", "\"date_to\": \"2030-05-02T10:00:00Z\"");
        EventReach reach =
                new EventReach.Only(Set.of(new EventSlug("list-a"), new EventSlug("list-b"), new EventSlug("list-c")));
        assertThat(events.list(reach, "")).containsExactly("list-a", "list-b", "list-c");
        assertThat(events.list(reach, "ends_after=2030-06-01T00:00:00Z&ordering=-date_from"))
                .containsExactly("list-a");
        assertThat(events.list(reach, "has_subevents=true")).containsExactly("list-b");
        assertThat(events.list(reach, "is_past=false&sales_channel=web&search=LIST-C"))
                .containsExactly("list-c");
        assertThat(events.list(new EventReach.Only(Set.of()), "")).isEmpty();
        assertThat(events.list(new EventReach.All(), "search=list-")).hasSize(3);
    }

    @Test
    void an_event_that_signs_has_a_key_that_verifies_what_it_signed() throws Exception {
        events.create("signed", "");
        events.set("signed", "{\"ticket_secret_generator\": \"pretix_sig1\"}");
        byte[] ticket = "a ticket".getBytes(StandardCharsets.US_ASCII);
        byte[] signature = node.write(
                ORGANIZER,
                entered -> node.get(TicketSigning.class)
                        .of(new OrganizerSlug(ORGANIZER), new EventSlug("signed"))
                        .sign(ticket));
        Signature verification = Signature.getInstance("Ed25519");
        verification.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key("signed"))));
        verification.update(ticket);
        assertThat(verification.verify(signature)).isTrue();
    }

    /** As scanner apps read it: Base64 of a PEM file. */
    @SuppressWarnings("unchecked")
    private static byte[] key(String slug) {
        List<String> keys = ((Map<String, List<String>>) events.detail(slug).get("valid_keys")).get("pretix_sig1");
        String pem = new String(Base64.getDecoder().decode(keys.getFirst()), StandardCharsets.US_ASCII);
        return Base64.getMimeDecoder()
                .decode(pem.replace("-----BEGIN PUBLIC KEY-----", "").replace("-----END PUBLIC KEY-----", ""));
    }

    @Test
    void settings_are_the_events_over_the_organizers_over_the_defaults() {
        events.create("settings", "\"timezone\": \"America/New_York\"");
        assertThat(events.settings("settings"))
                .containsEntry("timezone", "America/New_York")
                .containsEntry("name_scheme", "given_family")
                .containsEntry("payment_term_days", 14)
                .containsEntry("invoice_include_expire_date", true);
        assertThat(events.set("settings", "{\"payment_term_days\": 3, \"unknown\": 1}"))
                .containsEntry("payment_term_days", 3);
        assertThat(events.offer("settings").terms().payment().days()).isEqualTo(3);
        assertThat(events.offer("settings").zone().getId()).isEqualTo("America/New_York");
        assertThat(events.set("settings", "{\"payment_term_days\": null, \"timezone\": \"Asia/Kolkata\"}"))
                .containsEntry("payment_term_days", 14);
        assertThat(events.detail("settings")).containsEntry("timezone", "Asia/Kolkata");
    }

    @Test
    void money_is_taken_at_least_until_the_presale_ends() {
        events.create("presale", "\"presale_end\": \"2030-04-01T10:00:00Z\"");
        refused(
                () -> events.set("presale", "{\"payment_term_last\": \"2030-03-31\"}"),
                "payment_term_last",
                "The last payment date cannot be before the end of presale.");
        assertThat(events.set("presale", "{\"payment_term_last\": \"2030-04-01\"}"))
                .containsEntry("payment_term_last", "2030-04-01");
        assertThat(events.set("presale", "{\"payment_term_last\": \"RELDATE/5/-/date_from/\"}"))
                .containsEntry("payment_term_last", "RELDATE/5/-/date_from/");
    }

    @Test
    void the_default_language_is_one_of_the_languages() {
        events.create("languages", "");
        refused(
                () -> events.set("languages", "{\"locale\": \"de\"}"),
                "locale",
                "Your default locale must also be enabled for your event (see box above).");
        assertThat(events.set("languages", "{\"locales\": [\"en\", \"de\"], \"locale\": \"de\"}"))
                .containsEntry("locale", "de");
    }

    private static void refused(ThrowingCallable call, String field, String text) {
        assertThat(refusal(call)).isEqualTo(Map.of(field, List.of(text)));
    }
}
