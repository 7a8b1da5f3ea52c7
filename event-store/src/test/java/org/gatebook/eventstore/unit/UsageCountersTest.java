package org.gatebook.eventstore.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.TransactionalUnit.RetriesExhausted;
import org.gatebook.eventstore.UsageCounters;
import org.gatebook.eventstore.UsageCounters.Counter;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UsageCountersTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final OrganizerSlug ORGANIZER = new OrganizerSlug("acme");

    private static CountingDataSource database;
    private static TestStore one;
    private static TestStore two;

    private final EventSlug event = new EventSlug("event" + NUMBERS.incrementAndGet());
    private final Opening opening = new Opening(ORGANIZER, event, null);
    private final Counter quota = new Counter("quota", NUMBERS.incrementAndGet());

    @BeforeAll
    static void start() {
        database = new CountingDataSource(POSTGRES.application());
        one = TestStore.open(database, CounterReadModels.class);
        two = TestStore.open(POSTGRES.application(), CounterReadModels.class);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    private interface Step {
        void run(UsageCounters counters);
    }

    private void unit(TestStore node, Step step) {
        node.get(TransactionalUnit.class).write(opening, TestStore.audit("acme"), entered -> {
            step.run(node.get(UsageCounters.class));
            return Ending.done(() -> "done");
        });
    }

    private void change(long by) {
        unit(one, counters -> counters.change(quota, by));
    }

    private long used() {
        return two.get(UsageCounters.class).used(List.of(quota)).get(quota);
    }

    /** Takes a place if there is one: what an order does. */
    private boolean buy(TestStore node, long size) {
        return node.get(TransactionalUnit.class).write(opening, TestStore.audit("acme"), entered -> {
            UsageCounters counters = node.get(UsageCounters.class);
            if (counters.used(List.of(quota)).get(quota) >= size) {
                return Ending.refused(false);
            }
            counters.limit(quota, size);
            counters.change(quota, 1);
            return Ending.done(() -> true);
        });
    }

    @Test
    void what_a_unit_takes_is_counted_when_it_ends() {
        change(3);
        change(-1);

        assertThat(used()).isEqualTo(2);
    }

    @Test
    void a_unit_sees_what_it_has_staged_itself() {
        change(1);

        unit(one, counters -> {
            counters.change(quota, 2);
            assertThat(counters.used(List.of(quota))).containsEntry(quota, 3L);
        });
    }

    @Test
    void a_refused_unit_counts_nothing() {
        one.get(TransactionalUnit.class).write(opening, TestStore.audit("acme"), entered -> {
            one.get(UsageCounters.class).change(quota, 5);
            return Ending.refused("no");
        });

        assertThat(used()).isZero();
    }

    @Test
    void counting_is_one_statement_and_the_last_one() {
        change(1);
        database.reset();

        unit(one, counters -> {
            counters.change(quota, 1);
            counters.change(new Counter("seat", quota.id()), 1);
        });

        assertThat(database.statements())
                .satisfiesExactly(
                        enter -> assertThat(enter).contains("nextval('ops.client_id')"),
                        count -> assertThat(count).contains("ops.count_usage("));
    }

    @Test
    void what_is_taken_and_given_back_in_one_unit_needs_no_room() {
        change(5);

        unit(one, counters -> {
            counters.limit(quota, 2);
            counters.change(quota, 1);
            counters.change(quota, -1);
        });
        unit(one, counters -> {
            counters.limit(quota, 2);
            counters.change(quota, -1);
        });

        assertThat(used()).isEqualTo(4);
    }

    @Test
    void a_counter_never_passes_the_smallest_limit() {
        assertThatThrownBy(() -> unit(one, counters -> {
                    counters.limit(quota, 3);
                    counters.limit(quota, 1);
                    counters.limit(quota, 2);
                    counters.change(quota, 2);
                }))
                .isInstanceOf(RetriesExhausted.class);
        assertThat(used()).isZero();
    }

    @Test
    void usage_is_counted_within_an_event() {
        assertThatThrownBy(() -> one.get(TransactionalUnit.class)
                        .write(Opening.of(ORGANIZER), TestStore.audit("acme"), entered -> {
                            one.get(UsageCounters.class).change(quota, 1);
                            return Ending.done(() -> "done");
                        }))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void the_last_places_are_sold_once_through_two_nodes() throws Exception {
        int clients = 40;
        int size = 15;
        int sold = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                TestStore node = i % 2 == 0 ? one : two;
                answers.add(threads.submit(() -> buy(node, size)));
            }
            for (Future<Boolean> answer : answers) {
                sold += answer.get() ? 1 : 0;
            }
        }

        assertThat(sold).isEqualTo(size);
        assertThat(used()).isEqualTo(size);
    }

    @Test
    void who_decided_on_an_older_catalogue_decides_again() {
        List<Long> versions = new ArrayList<>();

        one.get(TransactionalUnit.class).write(opening, TestStore.audit("acme"), entered -> {
            versions.add(entered.eventVersion());
            if (versions.size() == 1) {
                Thread editor = Thread.ofVirtual()
                        .start(() -> unit(
                                two,
                                counters -> two.get(SupportingVersions.class).bump(ORGANIZER, event)));
                join(editor);
            }
            one.get(UsageCounters.class).change(quota, 1);
            return Ending.done(() -> "done");
        });

        assertThat(versions).containsExactly(0L, 1L);
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void who_decided_before_something_was_kept_for_another_decides_again() {
        List<Long> versions = new ArrayList<>();

        one.get(TransactionalUnit.class).write(opening, TestStore.audit("acme"), entered -> {
            versions.add(entered.eventVersion());
            UsageCounters counters = one.get(UsageCounters.class);
            counters.decidedOn(versions.size() - 1);
            if (versions.size() == 1) {
                join(Thread.ofVirtual().start(() -> unit(two, UsageCounters::keep)));
            }
            counters.change(quota, 1);
            return Ending.done(() -> "done");
        });

        // The catalogue is the same: no node has to load it again.
        assertThat(versions).containsExactly(0L, 0L);
        assertThat(used()).isEqualTo(1);
    }

    @Test
    void an_editor_counts_what_was_sold_before_and_nothing_is_sold_meanwhile() throws Exception {
        change(7);
        CountDownLatch counting = new CountDownLatch(1);
        CountDownLatch counted = new CountDownLatch(1);
        List<Long> tries = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> editor = threads.submit(() -> unit(two, counters -> {
                two.get(SupportingVersions.class).bump(ORGANIZER, event);
                counters.recount(() -> {
                    counting.countDown();
                    await(counted);
                    return Map.of(quota, 100L);
                });
            }));
            await(counting);
            Future<?> buyer = threads.submit(() -> one.get(TransactionalUnit.class)
                    .write(opening, TestStore.audit("acme"), entered -> {
                        tries.add(entered.eventVersion());
                        one.get(UsageCounters.class).change(quota, 1);
                        counted.countDown();
                        return Ending.done(() -> "done");
                    }));
            editor.get();
            buyer.get();
        }

        assertThat(tries).containsExactly(0L, 1L);
        assertThat(used()).isEqualTo(101);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
