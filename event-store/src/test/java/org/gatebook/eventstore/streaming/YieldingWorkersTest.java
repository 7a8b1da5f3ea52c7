package org.gatebook.eventstore.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class YieldingWorkersTest {

    @Test
    void who_follows_rests_the_more_the_more_is_stored_but_never_for_ever() {
        assertThat(YieldingWorkers.rests(0)).isZero();
        assertThat(YieldingWorkers.rests(20)).isEqualTo(1);
        assertThat(YieldingWorkers.rests(150)).isEqualTo(7.5);
        assertThat(YieldingWorkers.rests(100_000)).isEqualTo(99);
    }

    @Test
    void whatever_it_is_given_is_done_however_much_is_stored_meanwhile() throws Exception {
        AtomicLong position = new AtomicLong();
        AtomicInteger done = new AtomicInteger();
        try (YieldingWorkers workers = new YieldingWorkers(
                Executors.defaultThreadFactory(), () -> position.addAndGet(1_000), Duration.ofSeconds(30))) {
            for (int i = 0; i < 20; i++) {
                workers.execute(done::incrementAndGet);
            }
            workers.shutdown();
            assertThat(workers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(done).hasValue(20);
    }

    @Test
    void a_rest_ends_when_nothing_is_stored_any_more() throws Exception {
        AtomicLong position = new AtomicLong();
        AtomicBoolean rush = new AtomicBoolean(true);
        CountDownLatch asked = new CountDownLatch(3);
        CountDownLatch second = new CountDownLatch(1);
        try (YieldingWorkers workers = new YieldingWorkers(
                Executors.defaultThreadFactory(),
                () -> {
                    asked.countDown();
                    return rush.get() ? position.addAndGet(1_000_000) : position.get();
                },
                Duration.ofDays(1))) {
            // Long enough for a rest of many seconds.
            workers.execute(() -> LockSupport.parkNanos(Duration.ofSeconds(1).toNanos()));
            workers.execute(second::countDown);
            // Once when it is made, and twice from the rest.
            asked.await();
            assertThat(second.getCount()).isOne();
            rush.set(false);
            assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
