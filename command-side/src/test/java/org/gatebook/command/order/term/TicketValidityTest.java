package org.gatebook.command.order.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.gatebook.api.offer.Validity;
import org.gatebook.api.offer.Validity.Dynamic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Behaviour notes, orders 7.9, where clocks are changed: on 31 March and 27 October 2030. */
class TicketValidityTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_fixed_validity_is_what_the_product_says_whenever_it_is_bought() {
        Instant from = at("2030-03-30T18:00");
        Instant until = at("2030-03-31T18:00");
        TicketValidity validity =
                TicketValidity.of(new Validity.Fixed(from, until), at("2030-10-27T00:00"), from, BERLIN);
        assertThat(validity).isEqualTo(new TicketValidity(from, until));
        assertThat(Duration.between(from, until)).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void days_end_with_the_day_before_and_after_a_change_of_clocks() {
        assertThat(until(days(1), "2030-03-30T10:00")).isEqualTo("2030-03-30T22:59:59Z");
        assertThat(until(days(2), "2030-03-30T10:00")).isEqualTo("2030-03-31T21:59:59Z");
        assertThat(until(days(1), "2030-10-26T10:00")).isEqualTo("2030-10-26T21:59:59Z");
        assertThat(until(days(2), "2030-10-26T10:00")).isEqualTo("2030-10-27T22:59:59Z");
    }

    @Test
    void the_day_is_that_of_the_event_and_not_that_of_greenwich() {
        assertThat(until(days(1), "2030-04-01T00:30")).isEqualTo("2030-04-01T21:59:59Z");
    }

    @Test
    void months_end_with_the_day_before_a_month_has_passed() {
        assertThat(until(new Dynamic(1, 0, 0, 0, true, null), "2030-03-15T10:00"))
                .isEqualTo("2030-04-14T21:59:59Z");
        assertThat(until(new Dynamic(1, 0, 0, 0, true, null), "2030-10-01T10:00"))
                .isEqualTo("2030-10-31T22:59:59Z");
        assertThat(until(new Dynamic(1, 1, 0, 0, true, null), "2030-02-28T10:00"))
                .isEqualTo("2030-03-28T22:59:59Z");
    }

    @Test
    void hours_are_counted_by_the_clock_on_the_wall() {
        assertThat(until(hours(3), "2030-03-31T01:30")).isEqualTo(at("2030-03-31T04:30"));
        assertThat(until(hours(24), "2030-03-30T10:00")).isEqualTo(at("2030-03-31T10:00"));
        assertThat(until(hours(24), "2030-10-26T10:00")).isEqualTo(at("2030-10-27T10:00"));
    }

    @Test
    void an_end_that_no_clock_shows_is_an_hour_later() {
        assertThat(until(hours(1), "2030-03-31T01:30")).isEqualTo(at("2030-03-31T03:30"));
    }

    @Test
    void a_start_that_is_wanted_is_taken_to_the_second_as_far_ahead_as_the_product_lets() {
        Instant now = at("2030-03-30T10:00");
        Dynamic limited = new Dynamic(0, 1, 0, 0, true, 1);
        assertThat(TicketValidity.of(limited, now.plusSeconds(3_601), now, BERLIN))
                .isEqualTo(new TicketValidity(now.plusSeconds(3_601), Instant.parse("2030-03-30T22:59:59Z")));
        // A day is 24 hours here: the limit is no date.
        assertThat(TicketValidity.of(limited, at("2030-04-05T10:00"), now, BERLIN)
                        .from())
                .isEqualTo(at("2030-03-31T11:00"));
    }

    @Test
    void a_start_that_nobody_may_choose_is_now() {
        Instant now = at("2030-10-27T12:00");
        Dynamic dynamic = new Dynamic(0, 1, 0, 0, false, null);
        assertThat(TicketValidity.of(dynamic, at("2030-12-01T12:00"), now, BERLIN))
                .isEqualTo(new TicketValidity(now, Instant.parse("2030-10-27T22:59:59Z")));
    }

    private static Dynamic days(int days) {
        return new Dynamic(0, days, 0, 0, true, null);
    }

    private static Dynamic hours(int hours) {
        return new Dynamic(0, 0, hours, 0, true, null);
    }

    private static @Nullable Instant until(Validity validity, String start) {
        return TicketValidity.of(validity, at(start), Instant.EPOCH, BERLIN).until();
    }

    /** What the clocks of the event show; of an hour that comes twice, the first. */
    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
