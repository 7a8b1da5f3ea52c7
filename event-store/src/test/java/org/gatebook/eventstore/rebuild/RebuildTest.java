package org.gatebook.eventstore.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.Counters;
import org.gatebook.eventstore.counter.TotalReadModel;
import org.gatebook.eventstore.rebuild.RebuildReport.Outcome;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.eventstore.view.ReadSchemas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class RebuildTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static int next = 1;

    private CountingDataSource database;
    private TestStore node;
    private Counters counters;
    private int counter;

    @BeforeEach
    void aCounterWithThreeRaises() {
        database = new CountingDataSource(POSTGRES.application());
        node = TestStore.open(database, CounterReadModels.class, TotalReadModel.class);
        counters = new Counters(node);
        counter = next++;
        counters.open(counter);
        for (int by = 1; by <= 3; by++) {
            counters.raise(counter, by);
        }
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void a_row_that_was_changed_by_hand_is_named() {
        jdbc().update("update " + active() + ".counter set value = 77 where id = ?", "counter:" + counter);
        RebuildReport report = rebuild(false);
        assertThat(report.differs()).isTrue();
        assertThat(outcome(report, "counter")).isEqualTo(new Outcome.Different(1, 0, 0, List.of("counter:" + counter)));
        assertThat(report.text()).contains("1 differ", "counter:" + counter, "DIFFER", "nothing was switched");
        repair();
    }

    @Test
    void rows_too_many_and_too_few_are_told_apart() {
        jdbc().update("insert into " + active() + ".counter select 'ghost', 1, '{}', 1, now()");
        jdbc().update(
                        "delete from " + active() + ".counter_raise where counter = ? and sequence = 2",
                        "counter:" + counter);
        RebuildReport report = rebuild(false);
        assertThat(outcome(report, "counter")).isEqualTo(new Outcome.Different(0, 1, 0, List.of("ghost")));
        assertThat(outcome(report, "counter_raise"))
                .isEqualTo(new Outcome.Different(0, 0, 1, List.of("counter:" + counter + "/2")));
        repair();
    }

    @Test
    void without_a_switch_the_live_schema_stays() {
        String before = active();
        RebuildReport report = rebuild(false);
        assertThat(report.switched()).isFalse();
        assertThat(active()).isEqualTo(before).isNotEqualTo(report.rebuilt());
    }

    @Test
    void a_switch_repairs_what_was_wrong_and_is_seen_by_the_next_unit() {
        jdbc().update("update " + active() + ".counter set value = 77 where id = ?", "counter:" + counter);
        RebuildReport report = rebuild(true);
        assertThat(active()).isEqualTo(report.rebuilt());
        counters.raise(counter, 10);
        assertThat(value()).isEqualTo(16);
        assertThat(rebuild(false).differs()).isFalse();
    }

    @Test
    void a_view_cached_before_a_switch_is_not_used_after_it() {
        rebuild(true);
        database.reset();
        counters.raise(counter, 1);
        assertThat(database.statements()).anyMatch(sql -> sql.startsWith("select id, value from counter"));
        database.reset();
        counters.raise(counter, 1);
        assertThat(database.statements()).noneMatch(sql -> sql.startsWith("select id, value from counter"));
    }

    @Test
    void old_schemas_are_dropped_by_the_next_rebuild() {
        rebuild(true);
        rebuild(true);
        rebuild(true);
        assertThat(jdbc().queryForList(
                                "select nspname::text from pg_namespace where nspname like 'read\\_%'", String.class))
                .hasSize(2)
                .contains(active());
    }

    @Test
    void one_read_model_is_made_anew_and_the_others_come_along_as_they_are() {
        String before = active();
        jdbc().update("update " + before + ".counter set value = 77 where id = ?", "counter:" + counter);
        jdbc().update("update " + before + ".counter_raise set by = 77 where counter = ?", "counter:" + counter);
        RebuildReport report = run(new RebuildPlan(Set.of("counter"), true, Pace.FULL));
        assertThat(report.tables()).extracting(RebuildReport.TableReport::table).containsExactly("counter");
        assertThat(active()).isEqualTo(report.rebuilt()).isNotEqualTo(before);
        assertThat(jdbc().queryForObject(
                                "select sum(by) from " + before + ".counter_raise where counter = ?",
                                Long.class,
                                "counter:" + counter))
                .as("whoever still reads where it was")
                .isEqualTo(3 * 77);
        counters.raise(counter, 10);
        assertThat(value()).isEqualTo(16);
        RebuildReport after = rebuild(true);
        assertThat(outcome(after, "counter")).isEqualTo(new Outcome.Equal());
        assertThat(outcome(after, "counter_raise")).isInstanceOf(Outcome.Different.class);
    }

    @Test
    void a_read_model_that_does_not_exist_is_not_made() {
        assertThatThrownBy(() -> run(new RebuildPlan(Set.of("countess"), true, Pace.FULL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("countess");
    }

    @Test
    void a_rebuild_that_rests_makes_the_same() {
        RebuildReport report = run(RebuildPlan.COMPARE.at(new Pace(50)));
        assertThat(report.differs()).isFalse();
        assertThat(report.history()).isPositive();
        assertThat(indexes(report.rebuilt())).isEqualTo(indexes(active()));
    }

    private List<String> indexes(String schema) {
        return jdbc().queryForList(
                        "select indexname::text from pg_indexes where schemaname = ? order by 1", String.class, schema);
    }

    @Test
    void two_rebuilds_at_once_are_one_too_many() throws Exception {
        try (Connection other = database.getConnection()) {
            other.createStatement().execute("select pg_advisory_lock(1195656263, 3)");
            assertThatThrownBy(() -> rebuild(false)).isInstanceOf(Rebuild.AlreadyRunning.class);
            other.createStatement().execute("select pg_advisory_unlock_all()");
        }
    }

    private void repair() {
        rebuild(true);
    }

    private RebuildReport rebuild(boolean switchOver) {
        return run(switchOver ? RebuildPlan.SWITCH : RebuildPlan.COMPARE);
    }

    private RebuildReport run(RebuildPlan plan) {
        return node.get(Rebuild.class).run(plan);
    }

    private String active() {
        return node.get(ReadSchemas.class).active().orElseThrow();
    }

    private long value() {
        return jdbc().queryForObject(
                        "select value from " + active() + ".counter where id = ?", Long.class, "counter:" + counter);
    }

    private JdbcTemplate jdbc() {
        return new JdbcTemplate(database);
    }

    private static Outcome outcome(RebuildReport report, String table) {
        return report.tables().stream()
                .filter(t -> t.table().equals(table))
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
