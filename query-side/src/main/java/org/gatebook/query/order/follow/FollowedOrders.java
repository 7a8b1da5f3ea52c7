package org.gatebook.query.order.follow;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.gatebook.eventstore.log.PageClock;
import org.jspecify.annotations.Nullable;

/**
 * A value of each order of an event, in memory: whoever asks reads anew only the orders touched since a moment that the
 * page clock gave, as clients do who follow {@code modified_since}. So an answer holds everything that was committed
 * before it was asked for, on any node, and nothing is written for it. Reading all tickets of a large event for each
 * question would cost a hundred times as much.
 *
 * @param <V> what is kept of an order
 */
public abstract class FollowedOrders<V> {

    /** So many orders are read again in less time than it takes to say so. */
    private static final int MANY = 30;

    private final PageClock clock;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile @Nullable Instant asOf;
    private volatile boolean outdated;

    protected FollowedOrders(PageClock clock) {
        this.clock = clock;
    }

    /**
     * The values of orders by one statement.
     *
     * @param since orders touched then or later, those included that have become nothing, with null
     */
    protected abstract Map<Long, @Nullable V> read(OffsetDateTime since);

    /**
     * Keeps what was touched in place of what was kept of the same orders, by one thread at a time and while nobody asks.
     *
     * @param touched null where nothing is left to keep
     */
    protected abstract void keep(Map<Long, @Nullable V> touched);

    /**
     * Answers from what is kept, with the orders that were touched since, which come in the place of those kept. They are
     * for reading, and only meanwhile.
     */
    protected final <R> R ask(Function<Map<Long, @Nullable V>, R> answer) {
        Instant since = asOf;
        Map<Long, @Nullable V> recent = since == null || outdated ? goOn() : read(since.atOffset(ZoneOffset.UTC));
        if (recent.size() > MANY) {
            recent = goOn();
        }
        lock.readLock().lock();
        try {
            return answer.apply(recent);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Who was erased is in none of the answers, but in memory until the order is read anew: with the next question. */
    public final void forget() {
        outdated = true;
    }

    /** The clock comes first: whatever the next reading does not begin with is in this one. */
    private Map<Long, @Nullable V> goOn() {
        lock.writeLock().lock();
        try {
            outdated = false;
            Instant next = clock.read();
            Instant since = asOf == null ? Instant.EPOCH : asOf;
            keep(read(since.atOffset(ZoneOffset.UTC)));
            asOf = next;
            return Map.of();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
