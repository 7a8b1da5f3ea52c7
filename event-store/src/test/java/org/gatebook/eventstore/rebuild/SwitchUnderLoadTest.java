package org.gatebook.eventstore.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.Counters;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.eventstore.view.ReadSchemas;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes write while read models are rebuilt and switched; what they were told is stored must be in the rows. */
class SwitchUnderLoadTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final int COUNTERS = 10;
    private static final int WRITERS = 6;
    private static final int UNITS_BETWEEN_SWITCHES = 300;

    @Test
    void two_switches_under_load_lose_nothing() throws Exception {
        switches(2);
    }

    @Test
    @Tag("torture")
    void ten_switches_under_load_lose_nothing() throws Exception {
        switches(10);
    }

    private void switches(int times) throws Exception {
        try (TestStore one = TestStore.open(POSTGRES.application(), CounterReadModels.class);
                TestStore two = TestStore.open(POSTGRES.application(), CounterReadModels.class)) {
            JdbcTemplate jdbc = new JdbcTemplate(POSTGRES.application(2));
            int first = 1 + 100 * times;
            AtomicLongArray raised = new AtomicLongArray(COUNTERS);
            for (int i = 0; i < COUNTERS; i++) {
                new Counters(one).open(first + i);
            }
            AtomicBoolean stop = new AtomicBoolean();
            Semaphore written = new Semaphore(0);
            List<Future<Long>> writers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
                for (int w = 0; w < WRITERS; w++) {
                    Counters counters = new Counters(w % 2 == 0 ? one : two);
                    int offset = w;
                    writers.add(threads.submit(() -> write(counters, first, offset, raised, written, stop)));
                }
                for (int i = 0; i < times; i++) {
                    written.acquire(UNITS_BETWEEN_SWITCHES);
                    RebuildReport report =
                            (i % 2 == 0 ? one : two).get(Rebuild.class).run(RebuildPlan.SWITCH);
                    assertThat(report.differs()).as(report.text()).isFalse();
                    assertThat(report.switched()).isTrue();
                    System.out.print(report.text());
                }
                stop.set(true);
                long units = 0;
                for (Future<Long> writer : writers) {
                    units += writer.get();
                }
                System.out.println(units + " raises by " + WRITERS + " writers across " + times + " switches");
            }
            String active = one.get(ReadSchemas.class).active().orElseThrow();
            for (int i = 0; i < COUNTERS; i++) {
                String id = "counter:" + (first + i);
                assertThat(jdbc.queryForObject("select value from " + active + ".counter where id = ?", Long.class, id))
                        .as(id)
                        .isEqualTo(raised.get(i));
                assertThat(jdbc.queryForObject(
                                "select coalesce(sum(by), 0) from " + active + ".counter_raise where counter = ?",
                                Long.class,
                                id))
                        .as(id)
                        .isEqualTo(raised.get(i));
            }
            RebuildReport last = one.get(Rebuild.class).run(RebuildPlan.COMPARE);
            assertThat(last.differs()).as(last.text()).isFalse();
        }
    }

    private static long write(
            Counters counters, int first, int offset, AtomicLongArray raised, Semaphore written, AtomicBoolean stop) {
        long units = 0;
        while (!stop.get()) {
            int i = (int) ((offset + units) % COUNTERS);
            counters.raise(first + i, 1);
            raised.incrementAndGet(i);
            written.release();
            units++;
        }
        return units;
    }
}
