package org.gatebook.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.gatebook.eventstore.test.PostgresExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Readers that never look back, against writers that do everything to be overlooked. */
class OrderTortureTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static final int WRITERS = 12;
    private static final int READERS = 2;
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofSeconds(30);

    private record Outcome(long committed, long rolledBack, long killed, int lost, int outOfOrder, int invented) {}

    @Test
    void every_committed_event_is_read_once_and_in_order() throws Exception {
        Outcome outcome = torture(Duration.ofSeconds(6), exact());

        assertThat(outcome.committed()).isPositive();
        assertThat(outcome.rolledBack()).isPositive();
        assertThat(outcome.killed()).isPositive();
        assertNothingLost(outcome);
    }

    /** The same harness must catch a rule that only looks right, or it proves nothing. */
    @Test
    void the_rule_that_trusts_the_snapshots_xmax_loses_events() throws Exception {
        int lost = 0;
        for (int run = 0; run < 10 && lost == 0; run++) {
            lost = torture(Duration.ofSeconds(2), this::xmaxRule).lost();
        }
        assertThat(lost).isPositive();
    }

    /** The shortest story in which it does: who got its id first draws its position last, and commits first. */
    @Test
    void only_an_own_id_waits_for_the_writer_whose_position_was_overtaken() throws Exception {
        DataSource writing = POSTGRES.application(2);
        DataSource reading = POSTGRES.application(2);
        JdbcTemplate jdbc = new JdbcTemplate(reading);
        boolean overlooked = false;
        // Ids are drawn by the whole server: some background work in between may spoil a try, never the exact rule.
        for (int tries = 0; tries < 10 && !overlooked; tries++) {
            LongSupplier exact = new Horizon(reading)::current;
            LongSupplier xmax = xmaxRule(reading);
            try (Connection first = writing.getConnection();
                    Connection second = writing.getConnection()) {
                first.setAutoCommit(false);
                second.setAutoCommit(false);
                LogWriters.execute(first, "select pg_current_xact_id()");
                LogWriters.insert(second, 1);
                LogWriters.insert(first, 1);
                first.commit();
                long visible = jdbc.queryForObject("select max(position) from events.event", Long.class);

                overlooked = xmax.getAsLong() >= visible;
                assertThat(exact.getAsLong()).isLessThan(visible - 1);
                second.commit();
                assertThat(exact.getAsLong()).isGreaterThanOrEqualTo(visible);
            }
        }
        assertThat(overlooked)
                .as("the xmax rule passes over the second writer's event")
                .isTrue();
    }

    @Test
    @Tag("torture")
    void every_committed_event_is_read_once_and_in_order_for_minutes() throws Exception {
        Outcome outcome = torture(Duration.ofMinutes(3), exact());
        System.out.println("order torture, exact rule: " + outcome);
        assertNothingLost(outcome);
        Outcome other = torture(Duration.ofSeconds(30), this::xmaxRule);
        System.out.println("order torture, xmax rule: " + other);
        assertThat(other.lost()).isPositive();
    }

    private static void assertNothingLost(Outcome outcome) {
        assertThat(outcome.lost()).as("lost").isZero();
        assertThat(outcome.outOfOrder()).as("out of order or doubled").isZero();
        assertThat(outcome.invented()).as("read but not committed").isZero();
    }

    private interface Rule {
        LongSupplier on(DataSource database);
    }

    private static Rule exact() {
        return database -> new Horizon(database)::current;
    }

    /** Note the sequence, wait until the oldest running transaction is not below the xmax seen after the note. */
    private LongSupplier xmaxRule(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        long[] state = {0, -1, 0};
        return () -> {
            if (state[1] < 0) {
                state[1] = jdbc.queryForObject("select last_value from events.position_seq", Long.class);
                state[2] =
                        jdbc.queryForObject("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint", Long.class);
            }
            if (jdbc.queryForObject("select events.oldest_running()::text::bigint", Long.class) >= state[2]) {
                state[0] = state[1];
                state[1] = -1;
            }
            return state[0];
        };
    }

    private static Outcome torture(Duration duration, Rule rule) throws Exception {
        DataSource writing = POSTGRES.application(WRITERS * 2);
        DataSource reading = POSTGRES.application(READERS + 1);
        JdbcTemplate jdbc = new JdbcTemplate(reading);
        long start = jdbc.queryForObject("select coalesce(max(position), 0) from events.event", Long.class);
        List<Reader> readers = new ArrayList<>();
        LogWriters writers = new LogWriters(writing, WRITERS, Duration.ofMillis(400));
        try (writers) {
            for (int i = 0; i < READERS; i++) {
                readers.add(new Reader(new JdbcTemplate(reading), rule.on(reading), start));
            }
            Thread.sleep(duration);
        }
        long last = jdbc.queryForObject("select max(position) from events.event", Long.class);
        Set<Long> expected = new HashSet<>(
                jdbc.queryForList("select position from events.event where position > ?", Long.class, start));
        assertThat(expected).hasSizeGreaterThanOrEqualTo((int) writers.committed.get());
        int lost = 0;
        int outOfOrder = 0;
        int invented = 0;
        for (Reader reader : readers) {
            List<Long> seen = reader.readUpTo(last);
            Set<Long> once = new HashSet<>(seen);
            lost += (int) expected.stream()
                    .filter(position -> !once.contains(position))
                    .count();
            invented += (int) once.stream()
                    .filter(position -> !expected.contains(position))
                    .count();
            for (int i = 1; i < seen.size(); i++) {
                if (seen.get(i) <= seen.get(i - 1)) {
                    outOfOrder++;
                }
            }
        }
        return new Outcome(
                writers.committed.get(), writers.rolledBack.get(), writers.killed.get(), lost, outOfOrder, invented);
    }

    /** Its token is a plain position. */
    private static final class Reader {
        private final List<Long> seen = new ArrayList<>();
        private final JdbcTemplate jdbc;
        private final LongSupplier horizon;
        private final Thread thread;
        private volatile long until = Long.MAX_VALUE;
        private volatile Throwable failure;
        private long token;

        Reader(JdbcTemplate jdbc, LongSupplier horizon, long start) {
            this.jdbc = jdbc;
            this.horizon = horizon;
            this.token = start;
            this.thread = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try {
                while (token < until) {
                    long upTo = horizon.getAsLong();
                    List<Long> next = jdbc.queryForList(
                            "select position from events.event where position > ? and position <= ? order by position limit 100",
                            Long.class,
                            token,
                            upTo);
                    if (next.isEmpty()) {
                        Thread.sleep(1);
                    } else {
                        seen.addAll(next);
                        token = next.getLast();
                    }
                }
            } catch (Throwable e) {
                failure = e;
            }
        }

        List<Long> readUpTo(long last) throws Exception {
            until = last;
            Instant deadline = Instant.now().plus(CAUGHT_UP_WITHIN);
            thread.join(Duration.between(Instant.now(), deadline));
            assertThat(failure).isNull();
            assertThat(thread.isAlive()).as("the reader did not catch up").isFalse();
            return seen;
        }
    }
}
