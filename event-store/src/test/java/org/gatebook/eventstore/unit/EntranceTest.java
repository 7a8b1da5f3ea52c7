package org.gatebook.eventstore.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.database.AdvisoryLock;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.eventstore.view.ReadSchemas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How units that may write come in (ADR 0048). */
class EntranceTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static CountingDataSource database;
    private static TestStore node;

    @BeforeAll
    static void start() {
        database = new CountingDataSource(POSTGRES.application());
        node = TestStore.open(database, CounterReadModels.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Entered enter() {
        return node.get(TransactionalUnit.class).write(Opening.plain(), TestStore.audit("acme"), entered -> {
            String path = node.get(JdbcTemplate.class).queryForObject("select current_schema()", String.class);
            assertThat(path).isEqualTo(entered.readSchema());
            return Ending.done(() -> entered);
        });
    }

    /** Whether the last units came in by the function. */
    private static boolean waited() {
        List<String> statements = database.statements();
        database.reset();
        return statements.stream().anyMatch(sql -> sql.contains("ops.enter("));
    }

    @Test
    void ids_of_clients_are_never_given_twice_and_nobody_waits_without_need() {
        enter();
        database.reset();
        Entered first = enter();
        Entered second = enter();

        assertThat(second.clientId()).isGreaterThan(first.clientId());
        assertThat(second.now()).isAfter(first.now());
        assertThat(waited()).isFalse();
    }

    @Test
    void who_meets_a_switch_waits_and_finds_what_it_has_left() throws Exception {
        Entered before = enter();
        JdbcTemplate owner = new JdbcTemplate(POSTGRES.owner());
        String next = "read_" + (Integer.parseInt(before.readSchema().substring("read_".length())) + 1);
        database.reset();
        CompletableFuture<Entered> unit;
        try (var connection = POSTGRES.application().getConnection()) {
            JdbcTemplate switching = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            connection.setAutoCommit(false);
            switching.queryForList("select pg_advisory_xact_lock" + AdvisoryLock.APPEND_GATE.arguments());
            switching.execute("create schema " + next);
            switching.update("insert into ops.read_schema (name, state) values (?, 'building')", next);
            unit = CompletableFuture.supplyAsync(EntranceTest::enter);
            while (Objects.requireNonNull(owner.queryForObject(
                            "select count(*) from pg_locks where locktype = 'advisory' and not granted", Long.class))
                    == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            ReadSchemas.activate(switching, next);
            connection.commit();
        }

        assertThat(unit.get().readSchema()).isEqualTo(next);
        assertThat(waited()).isTrue();
        assertThat(enter().readSchema()).isEqualTo(next);
        assertThat(waited()).as("the switch is over").isFalse();
    }

    /** As one would see who read the row before a switch and came through the gate after it. */
    @Test
    void who_finds_a_number_that_is_not_that_of_the_last_switch_asks_again() {
        JdbcTemplate owner = new JdbcTemplate(POSTGRES.owner());
        Entered before = enter();
        Long number = owner.queryForObject("select last_value from ops.read_schema_switch", Long.class);
        database.reset();
        owner.queryForList("select setval('ops.read_schema_switch', ?)", number + 1);
        try {
            assertThat(enter().readSchema()).isEqualTo(before.readSchema());
            assertThat(waited()).isTrue();
        } finally {
            owner.queryForList("select setval('ops.read_schema_switch', ?)", number);
        }
        assertThat(enter().readSchema()).isEqualTo(before.readSchema());
        assertThat(waited()).isFalse();
    }
}
