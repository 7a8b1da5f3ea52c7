package org.gatebook.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORGANIZER_SETTINGS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.personal.Personal;
import org.gatebook.eventstore.registry.EventFamily;
import org.gatebook.eventstore.streaming.StreamingAdministration;
import org.gatebook.eventstore.streaming.StreamingProcessors;
import org.gatebook.eventstore.streaming.StreamingProgress;
import org.gatebook.eventstore.streaming.StreamingSettings;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.query.test.Asked;
import org.gatebook.query.test.Happenings;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.RenderedAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class StatisticsTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static TestStore node;

    @Configuration
    @ComponentScan
    static class Wiring {
        @Bean
        EventFamily giftCards() {
            return EventFamily.of(GiftCardEvent.class);
        }

        @Bean
        StreamingSettings quick() {
            return new StreamingSettings(3, Duration.ofMillis(1_500));
        }
    }

    @BeforeAll
    static void aDayAtTheTill() {
        node = TestStore.open(POSTGRES.application(8), Wiring.class);
        node.get(StreamingProcessors.class).start();
        Happenings happened = new Happenings(node);
        GiftCardId card = new GiftCardId(1);
        happened.in("acme", card.aggregateId(), 0, issued(card, "EUR", false), booked(card, 11, "20.00"));
        happened.in("acme", card.aggregateId(), 2, booked(card, 12, "-5.50"));
        happened.in("acme", card.aggregateId(), 3, booked(card, 13, "10.00"));
        GiftCardId second = new GiftCardId(2);
        happened.in("acme", second.aggregateId(), 0, issued(second, "EUR", false));
        happened.in("acme", second.aggregateId(), 1, booked(second, 21, "7.00"));
        GiftCardId dollars = new GiftCardId(3);
        happened.in("acme", dollars.aggregateId(), 0, issued(dollars, "USD", false), booked(dollars, 31, "1.25"));
        GiftCardId trial = new GiftCardId(4);
        happened.in("acme", trial.aggregateId(), 0, issued(trial, "EUR", true), booked(trial, 41, "999.00"));
        GiftCardId foreign = new GiftCardId(5);
        happened.in("other", foreign.aggregateId(), 0, issued(foreign, "EUR", false), booked(foreign, 51, "3.00"));
        caughtUp();
    }

    @AfterAll
    static void close() {
        node.close();
    }

    private static GiftCardIssued issued(GiftCardId card, String currency, boolean testmode) {
        return new GiftCardIssued(
                card,
                new OrganizerSlug("acme"),
                Personal.bearer(card.subject(), "CODE" + card.number()),
                currency,
                testmode,
                Instant.now(),
                GiftCardTerms.NONE);
    }

    private static GiftCardTransacted booked(GiftCardId card, long id, String amount) {
        return new GiftCardTransacted(
                card, CardTransaction.plain(id, CardAmount.of(amount), new OrganizerSlug("acme")), Instant.now());
    }

    private static JsonNode statistics(String organizer, String query) {
        Answer answer = node.get(StatisticsEndpoint.class)
                .show(Asked.by(organizer, "/x/", query, CAN_CHANGE_ORGANIZER_SETTINGS));
        return ApiJson.mapper().readTree(RenderedAnswer.of(answer).body());
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    @Test
    void events_are_counted_by_day_and_name() {
        assertThat(statistics("acme", "").path("events").toString())
                .isEqualTo(
                        "[{\"day\":\"%1$s\",\"name\":\"gift_card.issued\",\"count\":4},{\"day\":\"%1$s\",\"name\":\"gift_card.transacted\",\"count\":6}]"
                                .formatted(today()));
    }

    @Test
    void money_is_summed_by_currency_without_test_cards() {
        assertThat(statistics("acme", "").path("gift_cards").toString())
                .isEqualTo(
                        ("[{\"day\":\"%1$s\",\"currency\":\"EUR\",\"issued\":\"20.00\",\"loaded\":\"17.00\",\"spent\":\"5.50\"},"
                                        + "{\"day\":\"%1$s\",\"currency\":\"USD\",\"issued\":\"1.25\",\"loaded\":\"0.00\",\"spent\":\"0.00\"}]")
                                .formatted(today()));
        assertThat(statistics("other", "")
                        .path("gift_cards")
                        .path(0)
                        .path("issued")
                        .asString())
                .isEqualTo("3.00");
    }

    @Test
    void sums_agree_with_the_log() {
        assertThat(jdbc().queryForObject("select sum(count) from ops.event_statistics", Long.class))
                .isEqualTo(jdbc().queryForObject("select count(*) from events.event", Long.class));
    }

    @Test
    void days_are_chosen_and_bad_ones_refused() {
        assertThat(statistics("acme", "since=2000-01-01&until=2000-02-01")
                        .path("events")
                        .isEmpty())
                .isTrue();
        assertThat(statistics("acme", "since=yesterday").toString()).isEqualTo("{\"since\":[\"Enter a valid date.\"]}");
    }

    @Test
    void a_replay_gives_the_same_sums() {
        String before = statistics("acme", "").path("gift_cards").toString();
        node.get(StreamingAdministration.class).replay("statistics");
        caughtUp();
        assertThat(statistics("acme", "").path("gift_cards").toString()).isEqualTo(before);
    }

    private static JdbcTemplate jdbc() {
        return new JdbcTemplate(POSTGRES.owner());
    }

    private static void caughtUp() {
        long last = jdbc().queryForObject("select max(position) from events.event", Long.class);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (node.get(StreamingProgress.class).of("statistics").position() < last) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
