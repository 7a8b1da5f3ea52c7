package org.gatebook.command.order.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.gatebook.api.offer.EventDetails;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventTerms;
import org.gatebook.api.offer.EventTerms.Payment;
import org.gatebook.eventstore.test.Blank;
import org.junit.jupiter.api.Test;

/** Behaviour notes, orders 21.2, where clocks are changed: on 31 March and 27 October 2030, two Sundays. */
class PaymentTermTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void a_term_of_days_ends_with_a_day_of_the_event() {
        assertThat(expiry(days(1), "2030-03-29T12:00")).isEqualTo("2030-03-30T22:59:59Z");
        assertThat(expiry(days(2), "2030-03-29T12:00")).isEqualTo("2030-03-31T21:59:59Z");
        assertThat(expiry(days(14), "2030-10-20T12:00")).isEqualTo("2030-11-03T22:59:59Z");
    }

    @Test
    void the_day_it_begins_with_is_that_of_the_event_and_not_that_of_greenwich() {
        assertThat(expiry(days(1), "2030-04-01T00:30")).isEqualTo("2030-04-02T21:59:59Z");
        assertThat(expiry(days(1), "2030-03-31T23:30")).isEqualTo("2030-04-01T21:59:59Z");
    }

    @Test
    void a_term_that_would_end_at_the_weekend_of_a_change_of_clocks_ends_on_monday() {
        assertThat(expiry(days(1).with("weekdays", true), "2030-03-29T12:00")).isEqualTo("2030-04-01T21:59:59Z");
        assertThat(expiry(days(1).with("weekdays", true), "2030-10-26T12:00")).isEqualTo("2030-10-28T22:59:59Z");
    }

    @Test
    void a_term_of_minutes_is_exact_while_clocks_are_changed() {
        Blank<Payment> half = Blank.of(Payment.class).with("byMinutes", true).with("minutes", 90);
        assertThat(expiry(half, "2030-03-31T01:00")).isEqualTo("2030-03-31T01:30:00Z");
        assertThat(expiry(half, "2030-10-27T02:30")).isEqualTo("2030-10-27T02:00:00Z");
    }

    @Test
    void the_last_day_is_counted_on_the_calendar_of_the_event() {
        // The event begins on the second of April, ten minutes past midnight there: still the first of April in UTC.
        assertThat(expiry(days(30).with("last", "RELDATE/3/-/date_from/"), "2030-03-20T12:00"))
                .isEqualTo("2030-03-30T22:59:59Z");
        assertThat(expiry(days(30).with("last", "RELDATE/2/-/date_from/"), "2030-03-20T12:00"))
                .isEqualTo("2030-03-31T21:59:59Z");
        assertThat(expiry(days(30).with("last", "2030-03-31"), "2030-03-20T12:00"))
                .isEqualTo("2030-03-31T21:59:59Z");
    }

    private static Blank<Payment> days(int days) {
        return Blank.of(Payment.class).with("days", days);
    }

    private static Instant expiry(Blank<Payment> payment, String now) {
        EventDetails details = Blank.of(EventDetails.class)
                .with("zone", BERLIN)
                .with("dateFrom", at("2030-04-02T00:10"))
                .make();
        EventOffer offer = Blank.of(EventOffer.class)
                .with("details", details)
                .with(
                        "terms",
                        Blank.of(EventTerms.class)
                                .with("payment", payment.make())
                                .make())
                .make();
        return PaymentTerm.expiry(offer, List.of(), at(now));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
