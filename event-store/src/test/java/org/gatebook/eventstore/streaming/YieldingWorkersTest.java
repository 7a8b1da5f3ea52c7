package org.gatebook.eventstore.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class YieldingWorkersTest {

    @Test
    void who_follows_rests_the_more_the_more_is_stored_but_never_for_ever() {
        assertThat(YieldingWorkers.rests(0)).isZero();
        assertThat(YieldingWorkers.rests(20)).isEqualTo(1);
        assertThat(YieldingWorkers.rests(150)).isEqualTo(7.5);
        assertThat(YieldingWorkers.rests(100_000)).isEqualTo(19);
    }

    @Test
    void whatever_it_is_given_is_done_however_much_is_stored_meanwhile() throws Exception {
        AtomicLong position = new AtomicLong();
        AtomicInteger done = new AtomicInteger();
        try (YieldingWorkers workers =
                new YieldingWorkers(Executors.defaultThreadFactory(), () -> position.addAndGet(1_000))) {
            for (int i = 0; i < 20; i++) {
                workers.execute(done::incrementAndGet);
            }
            workers.shutdown();
            assertThat(workers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(done).hasValue(20);
    }
}
