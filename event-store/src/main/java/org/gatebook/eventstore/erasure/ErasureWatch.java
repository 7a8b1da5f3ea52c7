package org.gatebook.eventstore.erasure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.gatebook.api.erasure.ErasureEvent.ErasurePerformed;
import org.gatebook.eventstore.registry.EventCodec;
import org.gatebook.eventstore.sealing.SubjectKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets this node forget who was erased, on whichever node: it looks for erasures every few seconds. */
public final class ErasureWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** Erasures that are being committed may have lower positions than those that were seen: they are looked at again. */
    private static final int AGAIN = 1_000;

    private final JdbcTemplate jdbc;
    private final EventCodec codec;
    private final SubjectKeys keys;
    private final List<Forgetful> memories;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("erasures").factory());
    private long seen;
    private @Nullable ScheduledFuture<?> looking;

    public ErasureWatch(
            DataSource application, EventCodec codec, SubjectKeys keys, Collection<? extends Forgetful> memories) {
        this.jdbc = new JdbcTemplate(application);
        this.codec = codec;
        this.keys = keys;
        this.memories = List.copyOf(memories);
    }

    /** Begins with those that come from now on: a node that starts remembers nothing. */
    public void start() {
        Long newest = jdbc.queryForObject(
                "select coalesce(max(position), 0) from events.event where aggregate_type = 'erasure'", Long.class);
        seen = newest == null ? 0 : newest;
        looking = clock.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Forgets those that were erased since the last look. */
    void look() {
        try {
            List<ErasurePerformed> fresh = new ArrayList<>();
            jdbc.query(
                    """
                    select position, name, revision, payload from events.event
                     where aggregate_type = 'erasure' and position > ? order by position
                    """,
                    row -> {
                        seen = Math.max(seen, row.getLong(1));
                        if (codec.read(row.getString(2), row.getInt(3), row.getString(4))
                                instanceof ErasurePerformed performed) {
                            fresh.add(performed);
                        }
                    },
                    seen - AGAIN);
            for (ErasurePerformed performed : fresh) {
                keys.forget(performed.erased());
                memories.forEach(memory -> memory.forget(performed.streams()));
            }
        } catch (RuntimeException e) {
            LOG.warn("Erasures could not be looked for; it is tried again", e);
        }
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(true);
        }
        clock.shutdownNow();
    }
}
