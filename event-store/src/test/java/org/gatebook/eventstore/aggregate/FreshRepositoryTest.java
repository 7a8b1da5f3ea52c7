package org.gatebook.eventstore.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.decision.Refusal;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.StreamHeads;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.counter.Counter;
import org.gatebook.eventstore.counter.CounterCommand.OpenCounter;
import org.gatebook.eventstore.counter.CounterCommand.RaiseCounter;
import org.gatebook.eventstore.counter.CounterEvent.CounterOpened;
import org.gatebook.eventstore.counter.CounterEvent.CounterRaised;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.test.AggregateFixtures;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class FreshRepositoryTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static Decision<Long> raise(TestStore node, String id, int times) {
        CommandSender commands = node.get(CommandSender.class);
        return node.get(TransactionalUnit.class).write(Opening.plain(), TestStore.audit("acme"), entered -> {
            Decision<Long> last = commands.send(new OpenCounter(id));
            for (int i = 0; i < times; i++) {
                last = commands.send(new RaiseCounter(id, 1, Long.MAX_VALUE));
            }
            Decision<Long> decision = last;
            return Ending.done(() -> decision);
        });
    }

    @Test
    void a_decision_knows_what_another_node_has_just_stored() {
        try (TestStore one = TestStore.open(POSTGRES.application(), CounterReadModels.class);
                TestStore two = TestStore.open(POSTGRES.application(), CounterReadModels.class)) {
            assertThat(raise(one, "counter:1", 2)).isEqualTo(new Decision.Accepted<>(2L));
            assertThat(raise(two, "counter:1", 3)).isEqualTo(new Decision.Accepted<>(5L));
            assertThat(raise(one, "counter:1", 1)).isEqualTo(new Decision.Accepted<>(6L));
        }
    }

    @Test
    void a_stream_that_was_seen_to_end_at_the_remembered_state_is_not_asked_again() {
        CountingDataSource database = new CountingDataSource(POSTGRES.application());
        try (TestStore one = TestStore.open(database, CounterReadModels.class);
                TestStore two = TestStore.open(POSTGRES.application(), CounterReadModels.class)) {
            raise(one, "counter:6", 2);
            database.reset();
            assertThat(raiseSeen(one, "counter:6", () -> {})).isEqualTo(new Decision.Accepted<>(3L));
            assertThat(database.statements())
                    .filteredOn(sql -> sql.contains("sequence > ?"))
                    .isEmpty();

            raise(two, "counter:6", 1);
            assertThat(raiseSeen(one, "counter:6", () -> {}))
                    .as("what is remembered ends before what was seen")
                    .isEqualTo(new Decision.Accepted<>(5L));
        }
    }

    @Test
    void what_another_node_stores_after_the_end_was_seen_makes_the_unit_start_again() {
        try (TestStore one = TestStore.open(POSTGRES.application(), CounterReadModels.class);
                TestStore two = TestStore.open(POSTGRES.application(), CounterReadModels.class)) {
            raise(one, "counter:7", 2);
            AtomicInteger tries = new AtomicInteger();

            Decision<Long> decision = raiseSeen(one, "counter:7", () -> {
                if (tries.incrementAndGet() == 1) {
                    raise(two, "counter:7", 10);
                }
            });

            assertThat(decision).isEqualTo(new Decision.Accepted<>(13L));
            assertThat(tries).hasValue(2);
        }
    }

    /** Raises by one, after the unit has seen how far the stream goes, and something has happened since. */
    private static Decision<Long> raiseSeen(TestStore node, String id, Runnable since) {
        JdbcTemplate jdbc = node.get(JdbcTemplate.class);
        return node.get(TransactionalUnit.class).write(Opening.plain(), TestStore.audit("acme"), entered -> {
            Long head = jdbc.queryForObject("select " + StreamHeads.sql("?"), Long.class, id);
            node.get(StreamHeads.class).seen(id, Objects.requireNonNull(head));
            // Another node: on a thread of its own, because units do not nest.
            CompletableFuture.runAsync(since).join();
            Decision<Long> decision = node.get(CommandSender.class).send(new RaiseCounter(id, 1, Long.MAX_VALUE));
            return Ending.done(() -> decision);
        });
    }

    @Test
    void a_long_stream_is_loaded_from_its_newest_snapshot() {
        try (TestStore one = TestStore.open(POSTGRES.application(), CounterReadModels.class)) {
            raise(one, "counter:2", 700);
            JdbcTemplate jdbc = one.get(JdbcTemplate.class);
            assertThat(jdbc.queryForObject(
                            "select sequence from ops.snapshot where aggregate_id = 'counter:2'", Long.class))
                    .isEqualTo(700);
            assertThat(jdbc.queryForObject(
                            "select state::text from ops.snapshot where aggregate_id = 'counter:2'", String.class))
                    .as("personal values of states are sealed too")
                    .contains("sealed")
                    .doesNotContain("Jane");
            CountingDataSource database = new CountingDataSource(POSTGRES.application());
            try (TestStore two = TestStore.open(database, CounterReadModels.class)) {
                database.reset();
                assertThat(raise(two, "counter:2", 1)).isEqualTo(new Decision.Accepted<>(701L));
                assertThat(database.statements())
                        .filteredOn(sql -> sql.contains("from events.event"))
                        .hasSize(1);
            }
        }
    }

    @Test
    void a_snapshot_of_another_form_or_a_damaged_one_is_not_used() {
        try (TestStore one = TestStore.open(POSTGRES.application(), CounterReadModels.class)) {
            raise(one, "counter:3", 500);
            raise(one, "counter:4", 500);
            JdbcTemplate jdbc = one.get(JdbcTemplate.class);
            jdbc.update("update ops.snapshot set form = 2, state = '{\"value\": -1}' where aggregate_id = 'counter:3'");
            jdbc.update("update ops.snapshot set state = '{\"nonsense\": 1}' where aggregate_id = 'counter:4'");
        }
        try (TestStore two = TestStore.open(POSTGRES.application(), CounterReadModels.class)) {
            assertThat(raise(two, "counter:3", 1)).isEqualTo(new Decision.Accepted<>(501L));
            assertThat(raise(two, "counter:4", 1)).isEqualTo(new Decision.Accepted<>(501L));
        }
    }

    @Test
    void an_aggregate_is_tested_with_axons_fixture() {
        AggregateTestFixture<Counter> fixture = AggregateFixtures.of(Counter.class);
        fixture.given(List.of(CounterOpened.of("counter:5"), new CounterRaised(2)))
                .when(new RaiseCounter("counter:5", 3, 10))
                .expectEvents(new CounterRaised(3))
                .expectResultMessagePayload(new Decision.Accepted<>(5L));
    }

    @Test
    void a_refusal_is_tested_with_axons_fixture() {
        AggregateTestFixture<Counter> fixture = AggregateFixtures.of(Counter.class);
        fixture.given(CounterOpened.of("counter:5"))
                .when(new RaiseCounter("counter:5", 30, 10))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Decision.Refused<>(Refusal.conflict("counter_full", "by", "Full."), false));
    }
}
