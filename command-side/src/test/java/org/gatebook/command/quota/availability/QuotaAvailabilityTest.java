package org.gatebook.command.quota.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.gatebook.api.offer.Quota;
import org.gatebook.command.quota.availability.QuotaAvailability.State;
import org.gatebook.command.quota.availability.QuotaAvailability.Taken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Behaviour notes, orders 9.1 and 9.2. */
class QuotaAvailabilityTest {

    private static Quota quota(@Nullable Integer size) {
        return new Quota(11, "quota", size, null, Set.of(1L), Set.of(), false, false, false, false);
    }

    private static QuotaAvailability of(int size, int paid, int pending, int vouchers, int carts, int waiting) {
        return QuotaAvailability.of(quota(size), new Taken(paid, pending, 0, vouchers, carts, waiting));
    }

    @Test
    void everything_that_takes_places_is_subtracted() {
        QuotaAvailability availability = of(100, 1, 2, 4, 8, 16);

        assertThat(availability.state()).isEqualTo(State.OK);
        assertThat(availability.left()).isEqualTo(69);
        assertThat(availability.taken()).isEqualTo(new Taken(1, 2, 0, 4, 8, 16));
    }

    @Test
    void the_first_thing_that_exhausts_a_quota_names_the_state_and_ends_the_counting() {
        assertThat(of(5, 5, 1, 1, 1, 1)).isEqualTo(new QuotaAvailability(State.GONE, new Taken(5, 1, 0, 0, 0, 1), 0L));
        assertThat(of(5, 4, 1, 1, 1, 1))
                .isEqualTo(new QuotaAvailability(State.ORDERED, new Taken(4, 1, 0, 0, 0, 1), 0L));
        assertThat(of(5, 4, 0, 1, 1, 1))
                .isEqualTo(new QuotaAvailability(State.ORDERED, new Taken(4, 0, 0, 1, 0, 1), 0L));
        assertThat(of(5, 4, 0, 0, 1, 1))
                .isEqualTo(new QuotaAvailability(State.RESERVED, new Taken(4, 0, 0, 0, 1, 1), 0L));
        assertThat(of(5, 4, 0, 0, 0, 1))
                .isEqualTo(new QuotaAvailability(State.ORDERED, new Taken(4, 0, 0, 0, 0, 1), 0L));
    }

    @Test
    void closed_unlimited_and_empty_quotas_count_nothing_but_who_waits() {
        Taken taken = new Taken(1, 1, 0, 1, 1, 1);
        Taken waiting = new Taken(0, 0, 0, 0, 0, 1);
        Quota closed = new Quota(11, "quota", 5, null, Set.of(1L), Set.of(), true, false, false, false);

        assertThat(QuotaAvailability.of(closed, taken)).isEqualTo(new QuotaAvailability(State.ORDERED, waiting, 0L));
        assertThat(QuotaAvailability.of(quota(null), taken)).isEqualTo(new QuotaAvailability(State.OK, waiting, null));
        assertThat(QuotaAvailability.of(quota(0), taken)).isEqualTo(new QuotaAvailability(State.GONE, waiting, 0L));
    }

    @Test
    void who_has_left_gives_the_place_back() {
        QuotaAvailability availability = QuotaAvailability.of(quota(5), new Taken(5, 1, 2, 0, 0, 0));

        assertThat(availability.left()).isEqualTo(1);
        assertThat(availability.taken().paid()).isEqualTo(5);
    }

    @Test
    void only_what_is_sold_or_promised_closes_a_quota() {
        assertThat(of(5, 5, 0, 0, 0, 0).isSoldOut()).isTrue();
        assertThat(of(5, 0, 0, 0, 0, 5).isSoldOut()).isTrue();
        assertThat(of(5, 0, 0, 0, 5, 0).isSoldOut()).isFalse();
        assertThat(of(5, 0, 0, 0, 0, 0).isSoldOut()).isFalse();
    }
}
