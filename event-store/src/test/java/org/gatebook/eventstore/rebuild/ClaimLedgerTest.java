package org.gatebook.eventstore.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.counter.CounterCommand.OpenCounter;
import org.gatebook.eventstore.counter.CounterEvent;
import org.gatebook.eventstore.counter.CounterEvent.CounterOpened;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.ledger.ClaimRule;
import org.gatebook.eventstore.ledger.ClaimRule.ClaimChange;
import org.gatebook.eventstore.rebuild.RebuildReport.Outcome;
import org.gatebook.eventstore.rebuild.RebuildReport.TableReport;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

class ClaimLedgerTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final String KIND = "counter.name";

    private TestStore store;
    private JdbcTemplate jdbc;

    @Configuration(proxyBeanMethods = false)
    static class Rules {
        @Bean
        ClaimRule<CounterEvent> counterNames() {
            return new ClaimRule<>(
                    "counter",
                    CounterEvent.class,
                    Set.of(KIND),
                    (event, organizer) -> event instanceof CounterOpened opened
                            ? List.of(ClaimChange.taken(
                                    KIND,
                                    organizer.value(),
                                    "name of " + opened.owner().subject().value()))
                            : List.of());
        }
    }

    @BeforeEach
    void open() {
        store = TestStore.open(POSTGRES.application(), CounterReadModels.class, Rules.class);
        jdbc = store.get(JdbcTemplate.class);
        jdbc.update("delete from ops.claim");
        for (int i = 0; i < 3; i++) {
            claim("counter:" + System.nanoTime());
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void claim(String counter) {
        store.get(TransactionalUnit.class).write(Opening.plain(), TestStore.audit("acme"), entered -> {
            assertThat(store.get(Claims.class).claim(KIND, "acme", "name of " + counter, counter))
                    .isTrue();
            store.get(CommandSender.class).send(new OpenCounter(counter));
            return Ending.done(() -> "done");
        });
    }

    private TableReport checked() {
        return store.get(Rebuild.class).checkLedgers().tables().getFirst();
    }

    @Test
    void claims_that_units_make_equal_their_events() {
        store.get(Rebuild.class).run(RebuildPlan.SWITCH);
        claim("counter:" + System.nanoTime());

        assertThat(checked()).isEqualTo(new TableReport("ops.claim", claims(), new Outcome.Equal()));
    }

    private long claims() {
        return jdbc.queryForList("select owner from ops.claim", String.class).size();
    }

    @Test
    void what_was_lost_added_or_given_to_another_is_found_and_set_right() {
        store.get(Rebuild.class).run(RebuildPlan.SWITCH);
        List<String> owners = jdbc.queryForList("select owner from ops.claim order by owner", String.class);
        jdbc.update("delete from ops.claim where owner = ?", owners.get(0));
        jdbc.update("update ops.claim set owner = 'counter:thief' where owner = ?", owners.get(1));
        jdbc.update("insert into ops.claim (kind, scope, value, owner) values ('seat', 'acme', 'x', 'counter:none')");

        assertThat(checked().outcome()).isInstanceOfSatisfying(Outcome.Different.class, different -> {
            assertThat(different.differing()).isEqualTo(1);
            assertThat(different.onlyLive()).isEqualTo(1);
            assertThat(different.onlyRebuilt()).isEqualTo(1);
            assertThat(different.examples())
                    .contains(
                            KIND + " of " + owners.get(0),
                            KIND + " of counter:thief",
                            "seat of counter:none (no rule says where it comes from)");
        });

        assertThat(store.get(Rebuild.class).run(RebuildPlan.SWITCH).differs()).isTrue();
        assertThat(checked().outcome()).isEqualTo(new Outcome.Equal());
        assertThat(jdbc.queryForList("select owner from ops.claim order by owner", String.class))
                .isEqualTo(owners);
    }
}
