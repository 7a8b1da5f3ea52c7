package org.gatebook.eventstore.past;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gatebook.eventstore.AsOf;
import org.gatebook.eventstore.past.PastSchemas.Generation;
import org.gatebook.eventstore.streaming.Followers;
import org.gatebook.eventstore.streaming.Followers.Behind;
import org.gatebook.eventstore.unit.JdbcTransactionalUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads the past: lets a part of a read unit see every row of the read models, and supporting data, as they were after an
 * event. The same queries give the same answers as then, byte for byte; nothing of them need be written for it.
 *
 * <pre>{@code
 * AsOf then = past.at(position);                                  // or past.at(moment)
 * Optional<Object> order = past.read(then, () -> questions.ask(new ShowOrder(organizer, id, shape)));
 * }</pre>
 *
 * A unit can look at several positions, one after the other, and at the present between them. What was never in an event
 * (hashes of tokens, files) is not there. Whoever keeps things in memory across units asks
 * {@link org.gatebook.eventstore.TransactionalUnit#asOf()} and leaves them alone.
 */
public final class PastReads {

    /** No such table, no such schema. */
    private static final Set<String> GONE = Set.of("42P01", "3F000");

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final JdbcTransactionalUnit unit;
    private final PastSchemas schemas;
    private final Followers followers;
    private final List<PastOnly> only;

    public PastReads(DataSource database, JdbcTransactionalUnit unit, Followers followers, List<PastOnly> only) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.unit = unit;
        this.schemas = new PastSchemas(jdbc, List.of());
        this.followers = followers;
        this.only = List.copyOf(only);
    }

    /** What was asked for has not happened yet. */
    public static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * After the event at this position and before the next; the clock stands at the last event up to there.
     *
     * @throws NotYet if no event has the position yet
     * @throws Behind if the past is not complete up to there within a short time
     */
    public AsOf at(long position) {
        if (position > followers.newest()) {
            throw new NotYet("No event has this position yet.");
        }
        await(position);
        Instant moment = jdbc
                .query(
                        "select recorded_at from events.event where position <= ? order by position desc limit 1",
                        (row, number) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        position)
                .stream()
                .findFirst()
                .orElse(Instant.EPOCH);
        return new AsOf(position, moment);
    }

    /**
     * At this moment: after the longest beginning of the log in which nothing was recorded later. Two events that were
     * recorded at nearly the same time may stand in the log in either order; this order decides.
     *
     * @throws NotYet if the moment is still to come
     * @throws Behind if the past is not complete up to there within a short time
     */
    public AsOf at(Instant moment) {
        // The clock first: whatever is recorded up to now has drawn its position before the newest is asked for.
        boolean passed = Boolean.TRUE.equals(
                jdbc.queryForObject("select ? <= clock_timestamp()", Boolean.class, moment.atOffset(ZoneOffset.UTC)));
        if (!passed) {
            throw new NotYet("This moment is still to come.");
        }
        long newest = followers.newest();
        Generation generation = generation();
        Long before = firstLater(generation, moment);
        if (before == null) {
            await(newest);
            before = firstLater(generation, moment);
        }
        return new AsOf(before == null ? newest : before - 1, moment);
    }

    /** The first event that was recorded later, among those that were followed: a batch is found by its sum, in it the event. */
    private @Nullable Long firstLater(Generation generation, Instant moment) {
        OffsetDateTime then = moment.atOffset(ZoneOffset.UTC);
        String sql = """
            select (select e.position from events.event e
                     where e.position > coalesce((select max(p.position) from %1$s.followed p
                                                   where p.position < f.position), 0)
                       and e.position <= f.position and e.recorded_at > ?
                     order by e.position limit 1)
              from %1$s.followed f where f.latest > ? order by f.latest, f.position limit 1
            """.formatted(generation.name());
        List<Long> found = readable(() -> jdbc.query(sql, (row, number) -> row.getLong(1), then, then));
        return found.isEmpty() ? null : found.getFirst();
    }

    /**
     * Runs work that reads the past.
     *
     * @param then from {@link #at(long)} or {@link #at(Instant)}
     * @throws Behind if the past is being made anew
     * @throws IllegalStateException outside of a read unit, or within other work that reads the past
     */
    public <T> T read(AsOf then, Supplier<T> work) {
        ConnectionHolder present = (ConnectionHolder) TransactionSynchronizationManager.getResource(database);
        if (present == null || TransactionSynchronizationManager.isActualTransactionActive() || unit.asOf() != null) {
            throw new IllegalStateException("only a unit that reads the present can look back");
        }
        await(then.position());
        Generation generation = generation();
        Map<String, String> names = new HashMap<>();
        only.forEach(kept -> names.put(
                kept.live(),
                generation.views() + '.' + kept.model().tables().getFirst().name()));
        Connection connection = present.getConnection();
        String live = unit.entered().readSchema();
        lead(generation.views(), Long.toString(then.position()));
        TransactionSynchronizationManager.unbindResource(database);
        TransactionSynchronizationManager.bindResource(
                database, new ConnectionHolder(PastConnection.of(connection, names)));
        try {
            return readable(() -> unit.believing(then, work));
        } finally {
            TransactionSynchronizationManager.unbindResource(database);
            TransactionSynchronizationManager.bindResource(database, present);
            lead(live, "");
        }
    }

    private void lead(String path, String position) {
        jdbc.queryForList(
                "select set_config('search_path', ?, false), set_config('" + PastSchemas.POSITION + "', ?, false)",
                path,
                position);
    }

    private void await(long position) {
        followers.await(List.of(PastProjection.NAME), position);
    }

    private Generation generation() {
        return schemas.present().orElseThrow(() -> new Behind("there is no past yet"));
    }

    /** A schema that was dropped meanwhile has a successor, which will be complete in a while. */
    private static <T> T readable(Supplier<T> work) {
        try {
            return work.get();
        } catch (BadSqlGrammarException e) {
            SQLException cause = e.getSQLException();
            if (cause != null && GONE.contains(String.valueOf(cause.getSQLState()))) {
                throw new Behind("the past is being made anew");
            }
            throw e;
        }
    }
}
