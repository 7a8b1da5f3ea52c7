package org.gatebook.query.giftcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class BookingPlacesTest {

    /** A stream as it may be: issued, then transactions (true) and changes of terms (false) in any order. */
    @Property
    void the_place_behind_so_many_transactions_is_that_of_the_next_one(@ForAll @Size(max = 60) List<Boolean> stream) {
        List<Long> booked = new ArrayList<>();
        List<Long> changed = new ArrayList<>();
        for (boolean transaction : stream) {
            (transaction ? booked : changed).add(1L + booked.size() + changed.size());
        }
        BookingPlaces places = new BookingPlaces(changed);
        for (int before = 0; before < booked.size(); before++) {
            assertThat(places.behind(before)).isEqualTo(booked.get(before));
        }
        assertThat(places.behind(booked.size()))
                .as("where the next one would be")
                .isEqualTo(stream.size() + 1L);
    }
}
