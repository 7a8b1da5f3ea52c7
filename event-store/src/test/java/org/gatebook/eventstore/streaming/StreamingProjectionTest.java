package org.gatebook.eventstore.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.Counters;
import org.gatebook.eventstore.streaming.DeadLetters.DeadLetter;
import org.gatebook.eventstore.streaming.StreamingAdministration.Retried;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

class StreamingProjectionTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final Duration CLAIM = Duration.ofMillis(1_500);
    private static int next = 1;

    private TestStore node;
    private Counters counters;
    private int counter;
    private String stream;

    @Configuration
    static class Quick {
        @Bean
        StreamingSettings settings() {
            return new StreamingSettings(100, CLAIM);
        }
    }

    @BeforeAll
    static void makeTable() {
        new JdbcTemplate(POSTGRES.owner()).execute(RaiseLog.TABLE);
    }

    @BeforeEach
    void open() {
        node = openNode();
        counters = new Counters(node);
        counter = next++;
        stream = "counter:" + counter;
        counters.open(counter);
    }

    private static TestStore openNode() {
        return TestStore.open(POSTGRES.application(8), CounterReadModels.class, RaiseLog.class, Quick.class);
    }

    @AfterEach
    void close() {
        node.close();
        new JdbcTemplate(POSTGRES.owner()).execute("truncate ops.dead_letter");
    }

    @Test
    void a_projection_follows_the_log() {
        node.get(StreamingProcessors.class).start();
        counters.raise(counter, 1);
        counters.raise(counter, 2);
        eventually(() -> log().of(stream).equals(List.of(1L, 2L)));
        assertThat(log().doubled()).isEmpty();
    }

    @Test
    void a_node_that_stops_and_starts_projects_nothing_twice() {
        for (int round = 1; round <= 5; round++) {
            node.get(StreamingProcessors.class).start();
            counters.raise(counter, round);
            caughtUp();
            node.get(StreamingProcessors.class).close();
            counters.raise(counter, 10 + round);
        }
        node.get(StreamingProcessors.class).start();
        caughtUp();
        assertThat(log().of(stream)).containsExactly(1L, 11L, 2L, 12L, 3L, 13L, 4L, 14L, 5L, 15L);
        assertThat(log().doubled()).isEmpty();
    }

    @Test
    void the_token_and_what_was_projected_are_one_transaction() throws Exception {
        node.get(StreamingProcessors.class).start();
        counters.raise(counter, 1);
        caughtUp();
        // Whoever holds the table lets a batch project and then fail at its lock timeout: nothing of it may remain.
        try (Connection blocker = POSTGRES.owner().getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("select * from ops.token_entry for update");
            counters.raise(counter, 2);
            counters.raise(counter, 3);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(400));
            blocker.createStatement()
                    .execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where wait_event_type = 'Lock' and datname = current_database()");
            blocker.rollback();
        }
        caughtUp();
        assertThat(log().of(stream)).containsExactly(1L, 2L, 3L);
        assertThat(log().doubled()).isEmpty();
    }

    @Test
    void two_nodes_share_the_work_and_project_once() {
        try (TestStore other = openNode()) {
            node.get(StreamingProcessors.class).start();
            other.get(StreamingProcessors.class).start();
            for (int by = 1; by <= 30; by++) {
                (by % 2 == 0 ? counters : new Counters(other)).raise(counter, by);
                if (by == 15) {
                    node.get(StreamingProcessors.class).close();
                }
            }
            caughtUp();
            assertThat(log().of(stream)).hasSize(30).isSorted();
            assertThat(log().doubled()).isEmpty();
        }
    }

    @Test
    void an_event_that_cannot_be_projected_becomes_a_dead_letter_with_what_follows_it_in_its_stream() {
        int healthy = next++;
        counters.open(healthy);
        log().refused.add(13L);
        counters.raise(counter, 12);
        counters.raise(counter, 13);
        counters.raise(healthy, 1);
        counters.raise(counter, 14);
        node.get(StreamingProcessors.class).start();
        caughtUp();
        counters.raise(counter, 15);
        counters.raise(healthy, 2);
        caughtUp();

        assertThat(log().of(stream)).containsExactly(12L);
        assertThat(log().of("counter:" + healthy)).containsExactly(1L, 2L);
        List<DeadLetter> letters = node.get(DeadLetters.class).list(100);
        assertThat(letters).extracting(DeadLetter::stream).containsOnly(stream);
        assertThat(letters).extracting(DeadLetter::tries).containsExactly(1, 0, 0);
        assertThat(letters.getFirst().name()).isEqualTo("counter.raised");
        assertThat(letters.getFirst().cause()).contains("division by zero");
    }

    @Test
    void dead_letters_are_retried_in_order_until_one_fails_again() {
        log().refused.addAll(List.of(21L, 23L));
        for (int by = 20; by <= 24; by++) {
            counters.raise(counter, by);
        }
        node.get(StreamingProcessors.class).start();
        caughtUp();
        StreamingAdministration administration = node.get(StreamingAdministration.class);
        assertThat(administration.retryDeadLetters()).isEqualTo(new Retried(0, 4));
        assertThat(node.get(DeadLetters.class).list(1).getFirst().tries()).isEqualTo(2);

        log().refused.remove(21L);
        assertThat(administration.retryDeadLetters()).isEqualTo(new Retried(2, 2));
        assertThat(log().of(stream)).containsExactly(20L, 21L, 22L);

        log().refused.clear();
        assertThat(administration.retryDeadLetters()).isEqualTo(new Retried(2, 0));
        assertThat(log().of(stream)).containsExactly(20L, 21L, 22L, 23L, 24L);
        counters.raise(counter, 25);
        caughtUp();
        assertThat(log().of(stream)).endsWith(25L);
    }

    @Test
    void a_replay_starts_again_from_the_first_event_while_the_processor_runs() {
        node.get(StreamingProcessors.class).start();
        counters.raise(counter, 1);
        caughtUp();
        node.get(StreamingAdministration.class).replay("raise-log");
        assertThat(log().of(stream)).isEmpty();
        counters.raise(counter, 2);
        caughtUp();
        assertThat(log().of(stream)).containsExactly(1L, 2L);
        assertThat(log().doubled()).isEmpty();
    }

    @Test
    void gauges_tell_lag_dead_letters_and_the_age_of_the_horizon() throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        node.get(StreamingGauges.class).bindTo(meters);
        counters.raise(counter, 1);
        assertThat(meters.get("gatebook.streaming.lag.positions").gauge().value())
                .isPositive();
        assertThat(meters.get("gatebook.streaming.lag.seconds").gauge().value()).isPositive();
        log().refused.add(2L);
        counters.raise(counter, 2);
        node.get(StreamingProcessors.class).start();
        caughtUp();
        assertThat(meters.get("gatebook.streaming.lag.positions").gauge().value())
                .isZero();
        assertThat(meters.get("gatebook.streaming.lag.seconds").gauge().value()).isZero();
        assertThat(meters.get("gatebook.streaming.dead.letters").gauge().value())
                .isEqualTo(1);
        assertThat(meters.get("gatebook.horizon.age.seconds").gauge().value()).isZero();
        try (Connection writer = POSTGRES.owner().getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("select pg_current_xact_id()");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            assertThat(meters.get("gatebook.horizon.age.seconds").gauge().value())
                    .isGreaterThan(0.04);
        }
    }

    private RaiseLog log() {
        return node.get(RaiseLog.class);
    }

    private void caughtUp() {
        eventually(() -> {
            long last = new JdbcTemplate(POSTGRES.owner())
                    .queryForObject("select max(position) from events.event", Long.class);
            return node.get(EventReader.class).horizon() >= last
                    && node.get(StreamingProgress.class).of("raise-log").position() >= last;
        });
    }

    /** Projections follow on threads of their own: the only way to know is to look again. */
    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
