package org.gatebook.catalogue.device.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.gatebook.api.EventSlug;
import org.gatebook.catalogue.device.selection.Suggestion.Keep;
import org.gatebook.catalogue.device.selection.Suggestion.Nothing;
import org.gatebook.catalogue.device.selection.Suggestion.Take;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");

    private static Happening happening(String slug, int from, @Nullable Integer to) {
        return new Happening(new EventSlug(slug), null, at(from), at(from), to == null ? null : at(to), ZoneOffset.UTC);
    }

    private static Instant at(int hours) {
        return NOON.plusSeconds(3600L * hours);
    }

    @Test
    void without_events_there_is_nothing() {
        assertThat(Suggestion.of(null, null, null, NOON)).isEqualTo(new Nothing());
    }

    @Test
    void the_only_one_is_taken_whether_it_is_over_or_to_come() {
        Happening past = happening("past", -20, -10);
        Happening next = happening("next", 10, 20);
        assertThat(Suggestion.of(null, past, null, NOON)).isEqualTo(new Take(past));
        assertThat(Suggestion.of(null, null, next, NOON)).isEqualTo(new Take(next));
    }

    @Test
    void an_event_that_goes_on_is_kept() {
        Happening running = happening("running", -1, 1);
        assertThat(Suggestion.of(running, running, happening("next", 1, 2), NOON))
                .isEqualTo(new Keep());
    }

    @Test
    void another_that_opened_since_wins_over_one_that_goes_on() {
        Happening later = happening("later", -1, 3);
        assertThat(Suggestion.of(happening("earlier", -5, 1), later, null, NOON))
                .isEqualTo(new Take(later));
    }

    @Test
    void the_one_of_today_wins() {
        Happening today = happening("today", -2, null);
        Happening tomorrow = happening("tomorrow", 24, 30);
        assertThat(Suggestion.of(null, today, tomorrow, NOON)).isEqualTo(new Take(today));
        Happening yesterday = happening("yesterday", -24, -20);
        Happening tonight = happening("tonight", 6, 9);
        assertThat(Suggestion.of(null, yesterday, tonight, NOON)).isEqualTo(new Take(tonight));
    }

    @Test
    void between_two_of_today_the_device_changes_half_way() {
        Happening morning = happening("morning", -5, -3);
        assertThat(Suggestion.of(null, morning, happening("soon", 2, 4), NOON))
                .isInstanceOfSatisfying(
                        Take.class,
                        take -> assertThat(take.happening().event().value()).isEqualTo("soon"));
        assertThat(Suggestion.of(null, morning, happening("late", 9, 10), NOON)).isEqualTo(new Take(morning));
    }
}
