package org.gatebook.web.form.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How moments and amounts read; what English says is recorded from the reference. */
class LocalTextsTest {

    private static final Currency EURO = Currency.getInstance("EUR");

    private final LocalTexts english = new LocalTexts("en", ZoneId.of("Europe/Berlin"));
    private final LocalTexts german = new LocalTexts("de-informal", ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2035-03-01T09:00:00Z | 2035-03-02T17:30:00Z | March 1st – 2nd, 2035",
                "2027-01-20T08:27:00Z | 2027-01-21T08:27:00Z | Jan. 20th – 21st, 2027",
                "2027-01-31T08:00:00Z | 2027-02-03T08:00:00Z | Jan. 31st – Feb. 3rd, 2027",
                "2027-12-31T08:00:00Z | 2028-01-11T08:00:00Z | Dec. 31st, 2027 – Jan. 11th, 2028",
                "2027-06-12T08:00:00Z | 2027-06-12T10:00:00Z | June 12th, 2027",
                "2027-06-13T08:00:00Z |                      | June 13th, 2027",
            })
    void days_that_belong_together_repeat_nothing(Instant from, Instant to, String text) {
        assertThat(english.range(from, to)).isEqualTo(text);
    }

    @Test
    void moments_are_those_of_the_events_time_zone() {
        Instant late = Instant.parse("2030-05-01T22:30:00Z");
        assertThat(english.moment(late)).isEqualTo("2030-05-02 00:30");
        assertThat(english.weekday(late)).isEqualTo("Thursday");
        assertThat(english.longDay(late)).isEqualTo("May 2, 2030");
        assertThat(german.day(late)).isEqualTo("02.05.2030");
        assertThat(german.weekday(late)).isEqualTo("Donnerstag");
        assertThat(english.moment(null)).isEmpty();
    }

    @Test
    void amounts_follow_the_language_and_their_own_currency() {
        assertThat(english.money(new BigDecimal("23.00"), EURO)).isEqualTo("€23.00");
        assertThat(german.money(new BigDecimal("1023.00"), EURO)).isEqualTo("1.023,00\u00a0€");
    }
}
