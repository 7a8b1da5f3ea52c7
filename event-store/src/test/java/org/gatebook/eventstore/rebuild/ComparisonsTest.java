package org.gatebook.eventstore.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.Counters;
import org.gatebook.eventstore.counter.TotalReadModel;
import org.gatebook.eventstore.rebuild.Comparisons.Comparison;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.gatebook.eventstore.view.ReadSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class ComparisonsTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void what_was_found_is_kept_and_tables_stay_only_for_whoever_looks_for_a_difference() {
        var database = POSTGRES.application();
        try (TestStore node = TestStore.open(database, CounterReadModels.class, TotalReadModel.class)) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            new Counters(node).open(1);
            Comparisons comparisons = node.get(Comparisons.class);

            Comparison right = comparisons.compare(Pace.FULL).orElseThrow();
            assertThat(right.differing()).isEmpty();
            assertThat(right.events()).isPositive();
            assertThat(schemas(jdbc)).hasSize(1);

            String active = node.get(ReadSchemas.class).active().orElseThrow();
            jdbc.update("update " + active + ".counter set value = 77");
            Comparison wrong = comparisons.compare(Pace.FULL).orElseThrow();
            assertThat(wrong.differing()).containsExactly("counter");
            assertThat(wrong.report()).contains("counter:1");
            assertThat(schemas(jdbc)).hasSize(2);
            assertThat(comparisons.newest(5)).containsExactly(wrong, right);
        }
    }

    private static List<String> schemas(JdbcTemplate jdbc) {
        return jdbc.queryForList("select name from ops.read_schema", String.class);
    }
}
