package org.gatebook.api.giftcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.query.Expandable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GiftCardValuesTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Nested
    class Codes {
        @ParameterizedTest
        @ValueSource(strings = {"GC-1", "0.-x.", "aA", "Z9"})
        void start_with_a_letter_or_digit_and_go_on_with_dots_and_dashes(String code) {
            assertThat(new GiftCardCode(code).value()).isEqualTo(code);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "A", "-a", ".a", "a b", "a_b", "Äa", "aa\n"})
        void are_nothing_else(String code) {
            assertThatThrownBy(() -> new GiftCardCode(code)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void never_show_in_logs() {
            assertThat(new GiftCardCode("GC-1")).asString().doesNotContain("GC-1");
        }
    }

    @Nested
    class Numbers {
        @Test
        void are_named_in_the_info_of_a_payment_as_numbers_or_as_text() {
            assertThat(GiftCardId.namedIn(Map.of("gift_card", 12))).contains(new GiftCardId(12));
            assertThat(GiftCardId.namedIn(Map.of("gift_card", "12"))).contains(new GiftCardId(12));
            for (Object none : List.of("", "-1", "x", "1e3", "9".repeat(30), true, List.of(12))) {
                assertThat(GiftCardId.namedIn(Map.of("gift_card", none)))
                        .as(none.toString())
                        .isEmpty();
            }
            assertThat(GiftCardId.namedIn(Map.of())).isEmpty();
        }
    }

    @Nested
    class Amounts {
        @Test
        void have_two_places_in_every_currency() {
            assertThat(CardAmount.of("0.1").plus(CardAmount.of("0.2"))).hasToString("0.30");
            assertThat(new CardAmount(new BigDecimal("1E+3"))).hasToString("1000.00");
        }

        @Test
        void are_never_rounded() {
            assertThatThrownBy(() -> CardAmount.of("0.001")).isInstanceOf(ArithmeticException.class);
        }
    }

    @Nested
    class Scopes {
        private final OrganizerSlug own = new OrganizerSlug("own");
        private final OrganizerSlug other = new OrganizerSlug("other");

        @Test
        void reach_own_cards_and_those_of_accepted_issuers_only() {
            assertThat(IssuerScope.own(own).reaches(own)).isTrue();
            assertThat(IssuerScope.own(own).reaches(other)).isFalse();
            assertThat(new IssuerScope(own, Set.of(other)).reaches(other)).isTrue();
        }
    }

    @Nested
    class Resources {
        private final GiftCardView card = new GiftCardView(
                new GiftCardId(7),
                "GC-1",
                Instant.parse("2030-01-02T03:04:05Z"),
                CardAmount.of("50"),
                "EUR",
                false,
                null,
                null,
                new Expandable.Reference(8),
                new OrganizerSlug("own"));

        @Test
        void have_ten_keys_in_the_order_of_the_reference() {
            assertThat(json.writeValueAsString(card))
                    .isEqualTo(
                            "{\"id\":7,\"secret\":\"GC-1\",\"issuance\":\"2030-01-02T03:04:05Z\",\"value\":\"50.00\","
                                    + "\"currency\":\"EUR\",\"testmode\":false,\"expires\":null,\"conditions\":null,"
                                    + "\"owner_ticket\":8,\"issuer\":\"own\"}");
        }

        @Test
        void show_a_whole_owner_where_it_was_expanded() {
            assertThat(json.writeValueAsString(new Expandable.Nested(8, Map.of("id", 8))))
                    .isEqualTo("{\"id\":8}");
        }
    }

    @Nested
    class Events {
        @Test
        void are_read_as_they_were_written() {
            var booked = new GiftCardEvent.GiftCardTransacted(
                    new GiftCardId(7),
                    new CardTransaction(
                            9,
                            CardAmount.of("-1.50"),
                            new OrganizerSlug("own"),
                            "till 4",
                            Map.of("a", 1),
                            OrderBooking.sale(new org.gatebook.api.EventSlug("ev"), "ABCDE")),
                    Instant.parse("2030-01-02T03:04:05.000006Z"));
            String stored = json.writeValueAsString(booked);
            assertThat(stored)
                    .isEqualTo(
                            "{\"card\":7,\"transaction\":{\"id\":9,\"amount\":\"-1.50\",\"acceptor\":\"own\",\"text\":\"till"
                                    + " 4\",\"info\":{\"a\":1},\"booking\":{\"event\":\"ev\",\"order\":\"ABCDE\"}},"
                                    + "\"at\":\"2030-01-02T03:04:05.000006Z\"}");
            assertThat(json.readValue(stored, GiftCardEvent.GiftCardTransacted.class))
                    .isEqualTo(booked);
        }
    }
}
