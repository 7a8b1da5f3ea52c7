package org.gatebook.eventstore.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReadUnitsTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final OrganizerSlug ACME = new OrganizerSlug("acme");
    private static final Opening OPENING = Opening.of(ACME);
    private static final String QUERY = "select count(*) from counter where id <> ?";

    private static CountingDataSource database;
    private static TestStore store;
    private static TransactionalUnit units;
    private static SupportingVersions versions;
    private static JdbcTemplate jdbc;

    private final List<Long> runs = new ArrayList<>();

    @BeforeAll
    static void start() {
        database = new CountingDataSource(POSTGRES.application());
        store = TestStore.open(database, CounterReadModels.class);
        units = store.get(TransactionalUnit.class);
        versions = store.get(SupportingVersions.class);
        jdbc = store.get(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    /** The node has seen the organizer. */
    @BeforeEach
    void read() {
        read(entered -> {});
        runs.clear();
        database.reset();
    }

    private void read(Consumer<Entered> work) {
        units.read(OPENING, entered -> {
            runs.add(entered.organizerVersion());
            work.accept(entered);
            return "read";
        });
    }

    private long version() {
        read(entered -> {});
        return runs.removeLast();
    }

    private static void ask() {
        jdbc.queryForObject(QUERY, Long.class, "none");
    }

    /** As another node does it: this one is not told. */
    private static void change() {
        units.write(Opening.plain(), TestStore.audit("acme"), entered -> {
            versions.bump(ACME);
            return Ending.done(() -> "changed");
        });
        database.reset();
    }

    @Test
    void the_first_query_brings_the_check_along() {
        read(entered -> {
            ask();
            ask();
        });

        assertThat(database.statements())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(QUERY),
                        check -> assertThat(check).contains("from ops.read_schema"),
                        second -> assertThat(second).isEqualTo(QUERY));
        assertThat(runs).hasSize(1);
    }

    @Test
    void named_parameters_keep_their_places_in_front_of_the_check() {
        read(entered -> assertThat(JdbcClient.create(database)
                        .sql("select :a || :b || cast(:c as text)")
                        .param("a", "x")
                        .param("b", "y")
                        .param("c", null)
                        .query(String.class)
                        .optional())
                .isEmpty());

        assertThat(database.statements()).hasSize(2);
    }

    @Test
    void work_that_asks_nothing_is_checked_in_the_end() {
        read(entered -> {});

        assertThat(database.statements())
                .singleElement()
                .satisfies(check -> assertThat(check).contains("from ops.read_schema"));
        assertThat(runs).hasSize(1);
    }

    @Test
    void work_on_an_old_version_is_done_again_on_the_new_one() {
        change();

        read(entered -> ask());

        assertThat(runs).hasSize(2);
        assertThat(runs.get(1)).isEqualTo(runs.get(0) + 1);

        read(entered -> ask());

        assertThat(runs).hasSize(3).element(2).isEqualTo(runs.get(1));
    }

    @Test
    void work_that_asks_nothing_is_done_again_too() {
        change();

        read(entered -> {});

        assertThat(runs).hasSize(2);
    }

    @Test
    void what_fails_on_an_old_version_is_tried_on_the_new_one() {
        long old = version();
        change();

        read(entered -> {
            if (entered.organizerVersion() == old) {
                throw new IllegalStateException("not understood");
            }
        });

        assertThat(runs).hasSize(2);
    }

    @Test
    void what_expects_the_new_version_meets_it() {
        long old = version();
        change();

        read(entered -> assertThat(entered.organizerVersion()).isEqualTo(old + 1));

        assertThat(runs).hasSize(2);
    }

    @Test
    void the_clock_goes_on_from_the_last_check() {
        List<Instant> clocks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            read(entered -> {
                ask();
                clocks.add(entered.now());
            });
        }

        assertThat(clocks).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void what_fails_on_what_is_true_fails_once() {
        assertThatThrownBy(() -> read(entered -> {
                    ask();
                    throw new IllegalArgumentException("wrong");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(runs).hasSize(1);
    }

    @Test
    void a_wrong_statement_is_an_error_and_spoils_no_connection() {
        assertThatThrownBy(() -> read(entered -> jdbc.queryForObject("select nothing from nowhere", Long.class)))
                .isInstanceOf(DataAccessException.class);

        read(entered -> ask());
    }

    @Test
    void units_do_not_nest() {
        assertThatThrownBy(() -> read(entered -> {
                    ask();
                    read(inner -> {});
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
