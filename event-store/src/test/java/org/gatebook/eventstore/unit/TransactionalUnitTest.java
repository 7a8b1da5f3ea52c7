package org.gatebook.eventstore.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.AuditContext.IncompleteAudit;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Entered;
import org.gatebook.eventstore.Entered.Idempotency;
import org.gatebook.eventstore.Entered.StoredAnswer;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.Opening.IdempotencyKey;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.TransactionalUnit.Collision;
import org.gatebook.eventstore.TransactionalUnit.Ending;
import org.gatebook.eventstore.TransactionalUnit.RetriesExhausted;
import org.gatebook.eventstore.counter.CounterCommand.OpenCounter;
import org.gatebook.eventstore.counter.CounterCommand.RaiseCounter;
import org.gatebook.eventstore.counter.CounterReadModels;
import org.gatebook.eventstore.counter.CounterReadModels.ValueOf;
import org.gatebook.eventstore.sealing.SealedText;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.eventstore.test.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Long: each way in which a unit ends, on one database. */
class TransactionalUnitTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final AuditContext AUDIT = TestStore.audit("acme");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static CountingDataSource database;
    private static TestStore store;
    private static TransactionalUnit units;
    private static CommandSender commands;
    private static Questions questions;
    private static JdbcTemplate jdbc;

    private final String counter = "counter:" + NUMBERS.incrementAndGet();

    @BeforeAll
    static void start() {
        database = new CountingDataSource(POSTGRES.application());
        store = TestStore.open(database, CounterReadModels.class);
        units = store.get(TransactionalUnit.class);
        commands = store.get(CommandSender.class);
        questions = store.get(Questions.class);
        jdbc = store.get(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    private Decision<Long> open() {
        return units.write(Opening.plain(), AUDIT, entered -> {
            Decision<Long> decision = commands.send(new OpenCounter(counter));
            return Ending.done(() -> decision);
        });
    }

    private long raise(long by) {
        return units.write(Opening.plain(), AUDIT, entered -> {
            commands.send(new RaiseCounter(counter, by, Long.MAX_VALUE));
            return Ending.done(() -> questions.ask(new ValueOf(counter)));
        });
    }

    private long stored() {
        return units.read(Opening.plain(), entered -> questions.ask(new ValueOf(counter)));
    }

    @Test
    void an_answer_sees_what_its_own_unit_has_written() {
        open();

        assertThat(raise(3)).isEqualTo(3);
        assertThat(raise(4)).isEqualTo(7);
        assertThat(stored()).isEqualTo(7);
    }

    @Test
    void a_small_command_costs_entering_catching_up_inserting_and_the_rows_of_its_read_models() {
        open();
        raise(1);
        database.reset();

        raise(1);

        assertThat(database.statements())
                .satisfiesExactly(
                        enter -> assertThat(enter).contains("nextval('ops.client_id')"),
                        catchUp -> assertThat(catchUp).contains("from events.event"),
                        append -> assertThat(append).startsWith("insert into events.event"),
                        card -> assertThat(card).startsWith("insert into counter "),
                        raises -> assertThat(raises).startsWith("insert into counter_raise "));
    }

    @Test
    void a_read_costs_entering_and_its_own_statement() {
        open();
        database.reset();

        stored();

        assertThat(database.statements()).hasSize(2);
    }

    @Test
    void several_commands_of_a_unit_are_one_insert() {
        open();
        database.reset();

        units.write(Opening.plain(), AUDIT, entered -> {
            commands.send(new RaiseCounter(counter, 1, 100));
            commands.send(new RaiseCounter(counter, 2, 100));
            return Ending.done(() -> "done");
        });

        assertThat(database.statements())
                .filteredOn(sql -> sql.startsWith("insert into events.event"))
                .hasSize(1);
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void what_follows_sees_all_that_was_done_and_the_answer_sees_what_follows() {
        open();
        List<Long> seen = new ArrayList<>();

        long answered = units.write(Opening.plain(), AUDIT, entered -> {
            units.afterwards(() -> {
                seen.add(questions.ask(new ValueOf(counter)));
                commands.send(new RaiseCounter(counter, 10, Long.MAX_VALUE));
                units.afterwards(() -> seen.add(questions.ask(new ValueOf(counter))));
            });
            commands.send(new RaiseCounter(counter, 1, Long.MAX_VALUE));
            return Ending.done(() -> questions.ask(new ValueOf(counter)));
        });

        assertThat(seen).containsExactly(1L, 11L);
        assertThat(answered).isEqualTo(11);
        assertThat(stored()).isEqualTo(11);
    }

    @Test
    void nothing_follows_what_was_refused() {
        open();

        units.write(Opening.plain(), AUDIT, entered -> {
            units.afterwards(() -> {
                throw new AssertionError("nothing was done");
            });
            return Ending.refused("no");
        });

        assertThat(stored()).isZero();
    }

    @Test
    void a_refusal_is_a_value_and_leaves_nothing() {
        open();

        Decision<Long> decision = units.write(Opening.plain(), AUDIT, entered -> {
            commands.send(new RaiseCounter(counter, 1, 100));
            return Ending.refused(commands.send(new RaiseCounter(counter, 1000, 100)));
        });

        assertThat(decision).isInstanceOf(Decision.Refused.class);
        assertThat(stored()).isZero();
        assertThat(raise(1)).as("the cached state was not touched either").isEqualTo(1);
    }

    @Test
    void a_stream_without_events_refuses_by_itself() {
        Decision<Long> decision = units.write(
                Opening.plain(), AUDIT, entered -> Ending.refused(commands.send(new RaiseCounter(counter, 1, 100))));

        assertThat(((Decision.Refused<Long>) decision).refusal().code()).isEqualTo("not_found");
    }

    @Test
    void what_making_the_answer_throws_leaves_nothing() {
        open();

        assertThatThrownBy(() -> units.write(Opening.plain(), AUDIT, entered -> {
                    commands.send(new RaiseCounter(counter, 1, 100));
                    return Ending.done(() -> {
                        throw new IllegalArgumentException("no answer");
                    });
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(stored()).isZero();
        assertThat(raise(2)).isEqualTo(2);
    }

    @Test
    void events_carry_complete_metadata() {
        open();

        RecordedEvent event =
                store.get(EventReader.class).ofAggregate(counter, -1).getFirst();

        assertThat(event.metadata().actorKind()).isEqualTo("system");
        assertThat(event.metadata().organizer()).isEqualTo(new OrganizerSlug("acme"));
        assertThat(event.metadata().requestId()).isEqualTo("request-1");
        assertThat(event.metadata().correlationId()).isEqualTo("request-1");
        assertThat(event.metadata().causationId()).as("the command").isNotEqualTo("request-1");
        assertThat(event.metadata().softwareVersion()).isEqualTo("test");
        assertThat(store.get(SealedText.class)
                        .open(
                                new SubjectId(counter),
                                String.valueOf(event.metadata().clientAddress())))
                .contains("local");
    }

    @Test
    void an_event_without_actor_is_refused() {
        AuditContext nobody = new AuditContext(null, null, null, "rest", "r", "r", "::1");

        assertThatThrownBy(() -> units.write(Opening.plain(), nobody, entered -> {
                    commands.send(new OpenCounter(counter));
                    return Ending.done(() -> 1);
                }))
                .isInstanceOf(IncompleteAudit.class)
                .hasMessageContaining("actor");
        assertThat(stored()).isEqualTo(-1);
    }

    @Test
    void who_acts_may_be_learned_inside_the_unit() {
        AuditContext nobody = new AuditContext(null, null, null, "rest", "r", "r", "::1");

        units.write(Opening.plain(), nobody, entered -> {
            units.identify(units.audit().by(new AuditContext.Actor("team_token", "7", "Shop")));
            commands.send(new OpenCounter(counter));
            return Ending.done(() -> 1);
        });

        assertThat(store.get(EventReader.class)
                        .ofAggregate(counter, -1)
                        .getFirst()
                        .metadata()
                        .actorName())
                .isEqualTo("Shop");
    }

    @Test
    void a_collision_repeats_all_of_the_work() {
        AtomicInteger runs = new AtomicInteger();

        int result = units.write(Opening.plain(), AUDIT, entered -> {
            if (runs.incrementAndGet() < 3) {
                throw new Collision("again");
            }
            return Ending.done(() -> 42);
        });

        assertThat(result).isEqualTo(42);
        assertThat(runs).hasValue(3);
    }

    @Test
    void endless_collisions_end_with_an_exception_of_their_own() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> units.write(Opening.plain(), AUDIT, entered -> {
                    runs.incrementAndGet();
                    throw new Collision("again");
                }))
                .isInstanceOf(RetriesExhausted.class);
        assertThat(runs.get()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void units_do_not_nest() {
        assertThatThrownBy(() -> units.write(Opening.plain(), AUDIT, entered -> Ending.done(() -> open())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void entering_reads_the_versions_and_draws_an_id() {
        OrganizerSlug organizer = new OrganizerSlug("versions");
        EventSlug event = new EventSlug("fest");
        SupportingVersions versions = store.get(SupportingVersions.class);
        Opening opening = new Opening(organizer, event, null);
        Entered before = units.write(opening, AUDIT, entered -> {
            versions.bump(organizer);
            versions.bump(organizer);
            versions.bump(organizer, event);
            versions.bumpDirectory();
            return Ending.done(units::entered);
        });
        Entered after = units.read(opening, entered -> entered);

        assertThat(before.organizerVersion()).isZero();
        assertThat(before.clientId()).isGreaterThanOrEqualTo(100_000);
        assertThat(store.get(ClientIds.class).next(3)).allMatch(id -> id > before.clientId());
        assertThat(after.organizerVersion()).isEqualTo(2);
        assertThat(after.eventVersion()).isEqualTo(1);
        assertThat(after.directoryVersion()).isEqualTo(1);
        assertThat(after.readSchema()).isEqualTo("read_1");
    }

    @Test
    void a_claim_belongs_to_the_first() {
        Claims claims = store.get(Claims.class);

        assertThat(claims.claim("code", "acme", "X1", "counter:1")).isTrue();
        assertThat(claims.claim("code", "acme", "X1", "counter:1")).isTrue();
        assertThat(claims.claim("code", "acme", "X1", "counter:2")).isFalse();
        assertThat(claims.claim("code", "other", "X1", "counter:2")).isTrue();
        claims.release("code", "acme", "X1", "counter:2");
        assertThat(claims.owner("code", "acme", "X1")).contains("counter:1");
        claims.release("code", "acme", "X1", "counter:1");
        assertThat(claims.claim("code", "acme", "X1", "counter:2")).isTrue();
    }

    private record Keyed(String answer, boolean done) implements TransactionalUnit.Work<String> {

        @Override
        public Ending<String> run(Entered entered) {
            return switch (entered.idempotency()) {
                case Idempotency.Stored stored ->
                    Ending.unchanged("replayed " + new String(stored.answer().body(), StandardCharsets.UTF_8));
                case Idempotency.Busy busy -> Ending.unchanged("busy");
                default -> {
                    store.get(Claims.class).claim("keyed", answer, "x", "y");
                    yield done ? Ending.done(() -> answer) : Ending.refused(answer);
                }
            };
        }

        @Override
        public StoredAnswer toStore(String given) {
            return given.startsWith("forget")
                    ? null
                    : new StoredAnswer(200, "[]", given.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String keyed(String key, String answer, boolean done) {
        return units.write(new Opening(null, null, new IdempotencyKey("hash", key)), AUDIT, new Keyed(answer, done));
    }

    @Test
    void an_answer_is_replayed_under_its_key() {
        assertThat(keyed("k1", "first", true)).isEqualTo("first");
        assertThat(keyed("k1", "second", true)).isEqualTo("replayed first");
        assertThat(keyed("k2", "third", true)).isEqualTo("third");
    }

    @Test
    void a_refusal_keeps_its_answer_and_nothing_else() {
        assertThat(keyed("k3", "refused", false)).isEqualTo("refused");

        assertThat(keyed("k3", "again", true)).isEqualTo("replayed refused");
        assertThat(store.get(Claims.class).owner("keyed", "refused", "x")).isEmpty();
    }

    @Test
    void what_is_not_to_be_kept_leaves_the_key_free() {
        assertThat(keyed("k4", "forget this", false)).isEqualTo("forget this");
        assertThat(keyed("k4", "second", true)).isEqualTo("second");
    }

    @Test
    void a_key_in_use_is_busy() {
        String outer = units.write(new Opening(null, null, new IdempotencyKey("hash", "k5")), AUDIT, entered -> {
            String[] inner = new String[1];
            Thread other = Thread.ofVirtual().start(() -> inner[0] = keyed("k5", "x", true));
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return Ending.done(() -> inner[0]);
        });

        assertThat(outer).isEqualTo("busy");
    }

    @Test
    void a_record_older_than_a_day_is_not_replayed() {
        keyed("k6", "old", true);
        jdbc.update("update ops.idempotency set created_at = created_at - interval '25 hours' where key = 'k6'");

        assertThat(keyed("k6", "new", true)).isEqualTo("new");
        assertThat(keyed("k6", "newer", true)).isEqualTo("replayed new");
        jdbc.update("update ops.idempotency set created_at = created_at - interval '25 hours' where key = 'k6'");
        assertThat(store.get(IdempotencyRecords.class).deleteOlderThan(IdempotencyRecords.KEPT))
                .isEqualTo(1);
    }
}
