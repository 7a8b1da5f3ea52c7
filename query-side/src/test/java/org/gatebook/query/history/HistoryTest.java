package org.gatebook.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_EVENT_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_ITEMS;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORGANIZER_SETTINGS;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_TEAMS;
import static org.gatebook.web.auth.Permission.CAN_MANAGE_CUSTOMERS;
import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;
import static org.gatebook.web.auth.Permission.CAN_MANAGE_REUSABLE_MEDIA;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.CatalogueEvent;
import org.gatebook.api.catalogue.ResourceChanged;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.registry.EventFamily;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.query.test.Asked;
import org.gatebook.query.test.Happenings;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.RenderedAnswer;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.request.PointsInTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/** Long: all cases read one history. */
class HistoryTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final String CODE = "GC-SUMMER2026-9f";
    private static final GiftCardId CARD = new GiftCardId(71);
    private static final GiftCardId FOREIGN = new GiftCardId(72);
    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final Permission[] ALL = {
        CAN_CHANGE_ORGANIZER_SETTINGS,
        CAN_MANAGE_GIFT_CARDS,
        CAN_MANAGE_REUSABLE_MEDIA,
        CAN_MANAGE_CUSTOMERS,
        CAN_VIEW_ORDERS
    };

    private static TestStore node;

    @Configuration
    @ComponentScan
    static class Wiring {
        @Bean
        PointsInTime noPast() {
            return new PointsInTime(SingletonSupplier.of(() -> null));
        }

        @Bean
        EventFamily giftCards() {
            return EventFamily.of(GiftCardEvent.class);
        }

        @Bean
        EventFamily catalogue() {
            return EventFamily.of(CatalogueEvent.class);
        }
    }

    @BeforeAll
    static void aSeason() {
        node = TestStore.open(POSTGRES.application(8), Wiring.class);
        Happenings happened = new Happenings(node);
        happened.in("acme", CARD.aggregateId(), 0, issued(CARD, "acme", CODE), booked(CARD, 801, "20.00"));
        happened.within("acme", "gala", "till", CARD.aggregateId(), 2, booked(CARD, 802, "-5.50"));
        happened.in("other", FOREIGN.aggregateId(), 0, issued(FOREIGN, "other", "OTHERS-CODE-77"));
        happened.in("acme", "customer:73", 0, customer(73, "jane@example.org"));
        happened.within("acme", null, "admin", "gate:74", 0, resource("gate", 74, Map.of()));
        happened.within("acme", "ball", "admin", "gate:75", 0, resource("gate", 75, Map.of()));
    }

    @AfterAll
    static void close() {
        node.close();
    }

    private static GiftCardIssued issued(GiftCardId card, String issuer, String code) {
        return new GiftCardIssued(
                card,
                new OrganizerSlug(issuer),
                Personal.bearer(card.subject(), code),
                "EUR",
                false,
                NOW,
                GiftCardTerms.NONE);
    }

    private static GiftCardTransacted booked(GiftCardId card, long id, String amount) {
        return new GiftCardTransacted(
                card, CardTransaction.plain(id, CardAmount.of(amount), new OrganizerSlug("acme")), NOW);
    }

    private static ResourceChanged customer(long id, String email) {
        return resource("customer", id, Map.of("email", Personal.of(SubjectId.of("customer", id), email)));
    }

    private static ResourceChanged resource(String kind, long id, Map<String, Personal<Object>> personal) {
        return new ResourceChanged(
                kind, id, null, null, null, Map.of("name", "Crew"), personal, List.of("token"), List.of("token"));
    }

    private static JsonNode organizer(String query, Permission... permissions) {
        return json(node.get(OrganizerHistoryEndpoint.class)
                .list(Asked.by("acme", "/api/v1/organizers/acme/history/", query, permissions)));
    }

    private static Answer card(String organizer, long card) {
        return node.get(GiftCardHistoryEndpoint.class)
                .list(
                        Asked.by(
                                organizer,
                                "/api/v1/organizers/" + organizer + "/giftcards/" + card + "/history/",
                                "",
                                CAN_MANAGE_GIFT_CARDS),
                        card);
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return ApiJson.mapper().readTree(RenderedAnswer.of(answer).body());
    }

    private static List<String> streams(JsonNode page) {
        return page.path("results")
                .valueStream()
                .map(entry -> entry.path("aggregate").path("id").asString() + "/"
                        + entry.path("sequence").asInt())
                .toList();
    }

    @Test
    void an_entry_has_every_audit_field() {
        JsonNode entry = json(card("acme", CARD.number())).path("results").path(0);
        assertThat(entry.propertyNames())
                .containsExactly(
                        "position",
                        "recorded_at",
                        "id",
                        "name",
                        "revision",
                        "aggregate",
                        "sequence",
                        "organizer",
                        "event",
                        "actor",
                        "channel",
                        "request_id",
                        "causation",
                        "correlation",
                        "client_address",
                        "software_version",
                        "sentence",
                        "payload");
        assertThat(entry.path("name").asString()).isEqualTo("gift_card.transacted");
        assertThat(entry.path("event").asString()).isEqualTo("gala");
        assertThat(entry.path("actor").toString())
                .isEqualTo("{\"kind\":\"team_token\",\"id\":\"till\",\"name\":\"The till\"}");
        assertThat(entry.path("sentence").asString())
                .isEqualTo("5.50 was taken from the gift card at acme (by “The till”).");
        assertThat(entry.path("client_address").asString()).isEqualTo("203.0.113.9");
        assertThat(entry.path("correlation").asString()).isEqualTo("shift-7");
        assertThat(entry.path("payload").path("transaction").path("amount").asString())
                .isEqualTo("-5.50");
        assertThat(entry.path("recorded_at").asString()).endsWith("Z");
    }

    @Test
    void the_newest_event_comes_first_unless_the_oldest_is_asked_for() {
        List<String> newest = streams(organizer("", ALL));
        assertThat(newest)
                .containsExactly(
                        "gate:75/0", "gate:74/0", "customer:73/0", "giftcard:71/2", "giftcard:71/1", "giftcard:71/0");
        assertThat(streams(organizer("ordering=position", ALL))).isEqualTo(newest.reversed());
    }

    @Test
    void a_bearer_value_is_never_shown() {
        String all = organizer("", ALL).toString();
        assertThat(all).doesNotContain(CODE).doesNotContain("SUMMER").contains("GC-…9f");
        assertThat(new String(RenderedAnswer.of(card("acme", CARD.number())).body(), StandardCharsets.UTF_8))
                .doesNotContain(CODE)
                .doesNotContain("sealed");
    }

    @Test
    void a_personal_value_is_shown_until_its_subject_is_erased() {
        String subject = "customer:79";
        new Happenings(node).in("late", subject, 0, customer(79, "joe@example.org"));
        Asked asked = Asked.by("late", "/x/", "", CAN_MANAGE_CUSTOMERS);
        OrganizerHistoryEndpoint endpoint = node.get(OrganizerHistoryEndpoint.class);
        assertThat(json(endpoint.list(asked)).toString()).contains("joe@example.org", "203.0.113.9");
        node.get(SubjectKeys.class).erase(new SubjectId(subject));
        JsonNode erased = json(endpoint.list(asked)).path("results").path(0);
        assertThat(erased.path("payload").path("personal").path("email").asString())
                .isEqualTo("erased");
        assertThat(erased.path("client_address").asString()).isEqualTo("erased");
        assertThat(erased.toString()).doesNotContain("joe@");
    }

    @Test
    void a_credential_sees_what_it_may_read_and_nothing_else() {
        assertThat(streams(organizer("", CAN_MANAGE_GIFT_CARDS)))
                .containsExactly("giftcard:71/2", "giftcard:71/1", "giftcard:71/0");
        assertThat(streams(organizer("", CAN_MANAGE_REUSABLE_MEDIA))).isEmpty();
        assertThat(streams(organizer("", CAN_CHANGE_ORGANIZER_SETTINGS))).containsExactly("gate:75/0", "gate:74/0");
        assertThat(streams(organizer("", CAN_MANAGE_CUSTOMERS))).containsExactly("customer:73/0");
        assertThat(streams(organizer(""))).isEmpty();
    }

    @Test
    void teams_and_their_tokens_are_shown_to_those_who_may_change_teams() {
        new Happenings(node).in("staff", "team:77", 0, resource("team", 77, Map.of()));
        new Happenings(node).in("staff", "team_token:78", 0, resource("team_token", 78, Map.of()));
        OrganizerHistoryEndpoint endpoint = node.get(OrganizerHistoryEndpoint.class);
        assertThat(streams(json(endpoint.list(Asked.by("staff", "/x/", "", CAN_CHANGE_TEAMS)))))
                .containsExactly("team_token:78/0", "team:77/0");
        assertThat(streams(json(endpoint.list(Asked.by("staff", "/x/", "", CAN_CHANGE_ORGANIZER_SETTINGS)))))
                .isEmpty();
    }

    @Test
    void an_event_has_a_history_of_its_own_of_which_everyone_sees_their_part() {
        new Happenings(node).within("fair", "expo", "admin", "item:81", 0, resource("item", 81, Map.of()));
        new Happenings(node).within("fair", "expo", "admin", "taxrule:82", 0, resource("taxrule", 82, Map.of()));
        new Happenings(node).within("fair", "gala", "admin", "item:83", 0, resource("item", 83, Map.of()));
        assertThat(event("expo", CAN_CHANGE_ITEMS, CAN_CHANGE_EVENT_SETTINGS))
                .containsExactly("taxrule:82/0", "item:81/0");
        assertThat(event("expo", CAN_CHANGE_ITEMS)).containsExactly("item:81/0");
        assertThat(event("gala", CAN_CHANGE_EVENT_SETTINGS)).isEmpty();
    }

    private static List<String> event(String slug, Permission... permissions) {
        return streams(json(node.get(EventHistoryEndpoint.class)
                .list(Asked.by("fair", "/x/", "", permissions).below(new EventSlug(slug)))));
    }

    @Test
    void who_reaches_some_events_sees_what_happened_there_or_nowhere_in_particular() {
        Asked asked = Asked.by("acme", "/x/", "", ALL).reaching("gala");
        assertThat(streams(json(node.get(OrganizerHistoryEndpoint.class).list(asked))))
                .containsExactly("gate:74/0", "customer:73/0", "giftcard:71/2", "giftcard:71/1", "giftcard:71/0");
        assertThat(streams(json(node.get(OrganizerHistoryEndpoint.class).list(asked.reaching()))))
                .containsExactly("gate:74/0", "customer:73/0", "giftcard:71/1", "giftcard:71/0");
    }

    @Test
    void filters_narrow_by_stream_kind_name_actor_time_and_position() {
        assertThat(streams(organizer("aggregate=gate:74", ALL))).containsExactly("gate:74/0");
        assertThat(streams(organizer("aggregate_type=customer", ALL))).containsExactly("customer:73/0");
        assertThat(streams(organizer("type=gift_card.issued", ALL))).containsExactly("giftcard:71/0");
        assertThat(streams(organizer("actor=admin&actor_kind=team_token", ALL)))
                .containsExactly("gate:75/0", "gate:74/0");
        assertThat(streams(organizer("actor_kind=device", ALL))).isEmpty();
        assertThat(streams(organizer("since=2100-01-01T00:00:00Z", ALL))).isEmpty();
        assertThat(streams(organizer("until=2000-01-01T00:00:00Z", ALL))).isEmpty();
        long position = organizer("aggregate=customer:73", ALL)
                .path("results")
                .path(0)
                .path("position")
                .asLong();
        assertThat(streams(organizer("position_from=" + position, ALL)))
                .containsExactly("gate:75/0", "gate:74/0", "customer:73/0");
        assertThat(streams(organizer("position_to=" + position, ALL)))
                .containsExactly("customer:73/0", "giftcard:71/2", "giftcard:71/1", "giftcard:71/0");
    }

    @Test
    void pages_have_the_envelope_of_all_lists() {
        JsonNode page = organizer("page_size=4&page=1", ALL);
        assertThat(page.path("count").asInt()).isEqualTo(6);
        assertThat(page.path("next").asString())
                .isEqualTo("http://gatebook.test/api/v1/organizers/acme/history/?page=2&page_size=4");
        assertThat(page.path("previous").isNull()).isTrue();
        assertThat(streams(organizer("page_size=4&page=2", ALL))).containsExactly("giftcard:71/1", "giftcard:71/0");
    }

    @Test
    void the_history_of_a_card_is_its_issuers_alone() {
        assertThat(streams(json(card("acme", CARD.number()))))
                .containsExactly("giftcard:71/2", "giftcard:71/1", "giftcard:71/0");
        assertThat(card("acme", FOREIGN.number()).status()).isEqualTo(404);
        assertThat(card("acme", 999).status()).isEqualTo(404);
        assertThat(organizer("", ALL).toString()).doesNotContain("giftcard:72");
    }

    @Test
    void nothing_is_shown_past_the_horizon() throws Exception {
        try (Connection writer = POSTGRES.owner().getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("select pg_current_xact_id()");
            new Happenings(node).in("slow", "gate:76", 0, resource("gate", 76, Map.of()));
            Asked asked = Asked.by("slow", "/x/", "", CAN_CHANGE_ORGANIZER_SETTINGS);
            OrganizerHistoryEndpoint endpoint = node.get(OrganizerHistoryEndpoint.class);
            assertThat(streams(json(endpoint.list(asked)))).isEmpty();
            writer.commit();
            assertThat(streams(json(endpoint.list(asked)))).containsExactly("gate:76/0");
        }
    }
}
