package org.gatebook.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ApiTextTest {

    @Test
    void a_moment_has_six_digits_of_a_second_or_none() {
        assertThat(ApiText.moment(Instant.parse("2024-05-01T12:00:00Z"))).isEqualTo("2024-05-01T12:00:00Z");
        assertThat(ApiText.moment(Instant.parse("2024-05-01T12:00:00.1234567Z")))
                .isEqualTo("2024-05-01T12:00:00.123456Z");
        assertThat(ApiText.moment(Instant.parse("2024-05-01T12:00:00.5Z"))).isEqualTo("2024-05-01T12:00:00.500000Z");
        assertThat(ApiText.momentOrNull(null)).isNull();
    }

    @Test
    void money_has_two_places_in_every_currency() {
        assertThat(ApiText.amount(new BigDecimal("5"))).isEqualTo("5.00");
        assertThat(ApiText.amount(new BigDecimal("-10.005"))).isEqualTo("-10.01");
        assertThat(ApiText.amount(new BigDecimal("1E+3"))).isEqualTo("1000.00");
        assertThat(ApiText.amountOrNull(null)).isNull();
    }

    @Test
    void a_time_of_day_has_seconds() {
        assertThat(ApiText.time(LocalTime.of(13, 0))).isEqualTo("13:00:00");
        assertThat(ApiText.time(LocalTime.of(13, 0, 1, 5000))).isEqualTo("13:00:01.000005");
    }
}
