package org.gatebook.command.order.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gatebook.api.offer.EventDetails;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.EventTerms;
import org.gatebook.api.offer.EventTerms.Payment;
import org.gatebook.api.offer.Subevent;
import org.gatebook.eventstore.test.Blank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Behaviour notes, orders 12.12. */
class AutomaticExpiryTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    /** A Wednesday there, and a Thursday in UTC. */
    private static final Instant EXPIRES = at("2030-05-01", "23:59:59");

    @Test
    void where_nothing_expires_by_itself_no_moment_is_named() {
        EventOffer offer = offer(Blank.of(Payment.class).with("expireDelayDays", 3));
        assertThat(AutomaticExpiry.of(offer, List.of(), EXPIRES)).isNull();
    }

    @Test
    void without_days_of_grace_the_term_is_exact() {
        Instant noon = at("2030-05-04", "12:00:00");
        assertThat(end(0, null, noon)).isEqualTo(noon);
    }

    @Test
    void days_of_grace_are_whole_days_of_the_event() {
        assertThat(end(2, null, EXPIRES)).isEqualTo(at("2030-05-03", "23:59:59"));
        assertThat(end(2, null, at("2030-05-01", "08:30:00"))).isEqualTo(at("2030-05-03", "23:59:59"));
    }

    @Test
    void grace_that_ends_at_a_weekend_ends_on_monday_if_the_event_spares_weekends() {
        assertThat(end(3, null, EXPIRES)).isEqualTo(at("2030-05-06", "23:59:59"));
        assertThat(end(4, null, EXPIRES)).isEqualTo(at("2030-05-06", "23:59:59"));
        EventOffer any = offer(on().with("expireDelayDays", 3).with("weekdays", false));
        assertThat(AutomaticExpiry.of(any, List.of(), EXPIRES)).isEqualTo(at("2030-05-04", "23:59:59"));
    }

    @Test
    void grace_ends_with_the_last_day_on_which_the_event_takes_money() {
        assertThat(end(9, "2030-05-02", EXPIRES)).isEqualTo(at("2030-05-02", "23:59:59"));
    }

    @Test
    void an_order_that_was_given_time_beyond_that_day_has_it_but_no_grace() {
        assertThat(end(9, "2030-04-20", EXPIRES)).isEqualTo(EXPIRES);
    }

    @Test
    void in_a_series_the_earliest_date_of_the_order_says_which_day_is_the_last() {
        EventOffer series = Blank.of(EventOffer.class)
                .with(
                        "details",
                        Blank.of(EventDetails.class)
                                .with("series", true)
                                .with("zone", ZONE)
                                .make())
                .with("terms", terms(on().with("expireDelayDays", 9).with("last", "RELDATE/1/-/date_from/")))
                .make();
        assertThat(AutomaticExpiry.of(series, List.of(date("2030-05-08"), date("2030-05-04")), EXPIRES))
                .isEqualTo(at("2030-05-03", "23:59:59"));
    }

    @Property(tries = 200)
    void grace_is_never_shorter_than_its_days_nor_more_than_a_weekend_longer(
            @ForAll @IntRange(max = 2_000) int hours, @ForAll @IntRange(min = 1, max = 400) int days) {
        Instant expires = EXPIRES.plus(Duration.ofHours(hours));
        ZonedDateTime end = Objects.requireNonNull(end(days, null, expires)).atZone(ZONE);
        assertThat(ChronoUnit.DAYS.between(expires.atZone(ZONE).toLocalDate(), end.toLocalDate()))
                .isBetween((long) days, days + 2L);
        assertThat(end.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(end.toLocalTime()).isEqualTo(LocalTime.of(23, 59, 59));
    }

    private static @Nullable Instant end(int days, @Nullable String last, Instant expires) {
        Blank<Payment> payment = on().with("expireDelayDays", days);
        return AutomaticExpiry.of(offer(last == null ? payment : payment.with("last", last)), List.of(), expires);
    }

    private static Blank<Payment> on() {
        return Blank.of(Payment.class).with("expireAutomatically", true).with("weekdays", true);
    }

    private static EventOffer offer(Blank<Payment> payment) {
        return Blank.of(EventOffer.class)
                .with("details", Blank.of(EventDetails.class).with("zone", ZONE).make())
                .with("terms", terms(payment))
                .make();
    }

    private static EventTerms terms(Blank<Payment> payment) {
        return Blank.of(EventTerms.class).with("payment", payment.make()).make();
    }

    private static Subevent date(String day) {
        return Blank.of(Subevent.class).with("dateFrom", at(day, "20:00:00")).make();
    }

    private static Instant at(String day, String time) {
        return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
