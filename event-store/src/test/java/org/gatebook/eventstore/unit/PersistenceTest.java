package org.gatebook.eventstore.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PersistenceTest {

    private final Persistence persistence = new Persistence(3, Duration.ofSeconds(1));

    @Test
    void neither_the_tries_nor_the_time_alone_ends_it() {
        assertThat(persistence.endsAfter(3, nanos(999))).isFalse();
        assertThat(persistence.endsAfter(2, nanos(60_000))).isFalse();
        assertThat(persistence.endsAfter(3, nanos(1000))).isTrue();
    }

    @Test
    void pauses_grow_and_are_longest_when_only_the_time_is_left() {
        Persistence usual = Persistence.usual();
        assertThat(usual.pauseAfter(1)).isEqualTo(Duration.ofMillis(2));
        assertThat(usual.pauseAfter(4)).isEqualTo(Duration.ofMillis(16));
        assertThat(usual.pauseAfter(11)).isEqualTo(Duration.ofMillis(16));
        assertThat(usual.pauseAfter(12)).isEqualTo(Duration.ofMillis(100));
        assertThat(usual.pauseAfter(1000)).isEqualTo(Duration.ofMillis(100));
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
