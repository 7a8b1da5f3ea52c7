package org.gatebook.eventstore.streaming;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.gatebook.eventstore.EventReader;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Waits until streaming projections have passed a position: for who has written and wants to read it there, and for
 * answers about the past. One is past a position when it has projected it, or when nothing lies between what it has
 * projected and the position, and nothing ever will.
 */
public final class Followers {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    /** Who waits keeps a connection, and those who need not wait must find some. */
    private static final int WAITING = 4;

    private final JdbcTemplate jdbc;
    private final EventReader events;
    private final Duration patience;
    private final Semaphore places = new Semaphore(WAITING);

    /** @param patience how long anybody waits */
    public Followers(DataSource database, EventReader events, Duration patience) {
        this.jdbc = new JdbcTemplate(database);
        this.events = events;
        this.patience = patience;
    }

    /** A projection has not come as far as was asked for. */
    public static final class Behind extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Behind(String message) {
            super(message, null, false, false);
        }
    }

    /** The newest position that was drawn, by whoever is still at work too. */
    public long newest() {
        return events.drawn();
    }

    /**
     * Returns when these projections have passed the position.
     *
     * @throws Behind if one does not within the time, or if one could not take an event up to there
     */
    public void await(Collection<String> projections, long position) {
        for (String projection : projections) {
            if (!hasPassed(projection, position)) {
                await(projection, position);
            }
        }
    }

    private void await(String projection, long position) {
        if (!places.tryAcquire()) {
            throw new Behind("too many wait for " + projection);
        }
        try {
            long end = System.nanoTime() + patience.toNanos();
            do {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
                if (hasPassed(projection, position)) {
                    return;
                }
            } while (System.nanoTime() < end);
            throw new Behind(projection + " has not come to position " + position);
        } finally {
            places.release();
        }
    }

    private boolean hasPassed(String projection, long position) {
        return Boolean.TRUE.equals(jdbc.query(
                """
                select t.position,
                       exists (select from ops.dead_letter d where d.processor = ? and d.position <= ?)
                  from (select min((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint) as position
                          from ops.token_entry where processor_name = ?) t
                """,
                row -> {
                    row.next();
                    if (row.getBoolean(2)) {
                        throw new Behind(projection + " has dead letters");
                    }
                    long projected = row.getLong(1);
                    return projected >= position || (!row.wasNull() && isEmpty(projected, position));
                },
                projection,
                position,
                projection));
    }

    /** Positions that nobody will ever see: drawn by who then rolled back. */
    private boolean isEmpty(long after, long upTo) {
        return events.horizon() >= upTo
                && Boolean.TRUE.equals(jdbc.queryForObject(
                        "select not exists (select from events.event where position > ? and position <= ?)",
                        Boolean.class,
                        after,
                        upTo));
    }
}
