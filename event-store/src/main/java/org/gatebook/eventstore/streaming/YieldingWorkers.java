package org.gatebook.eventstore.streaming;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that rests the more, the more events this node stores: what may be behind for a while leaves the machine to
 * whoever cannot wait, works half of its time beside a slow evening, and all of it when nobody sells. It rests between
 * tasks, so never within a transaction.
 */
final class YieldingWorkers extends ScheduledThreadPoolExecutor {

    /** Beside so many events a second it rests as long as it works. */
    private static final double EVEN = 20;

    /** The longest rest, as a multiple of the work before it. */
    private static final double MOST = 19;

    /** Longer rests would make a stop wait. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final LongSupplier stored;
    private long storedBefore;
    private long seen = System.nanoTime();
    private long begun;

    /** @param stored the newest position that this node has stored */
    YieldingWorkers(ThreadFactory threads, LongSupplier stored) {
        super(1, threads);
        this.stored = stored;
        this.storedBefore = stored.getAsLong();
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
        begun = System.nanoTime();
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable failure) {
        super.afterExecute(task, failure);
        long now = System.nanoTime();
        long newest = stored.getAsLong();
        double perSecond = (newest - storedBefore) * 1e9 / Math.max(1, now - seen);
        storedBefore = newest;
        seen = now;
        long rest = Math.round(rests(perSecond) * (now - begun) / 1e6);
        if (rest == 0 || isShutdown()) {
            return;
        }
        try {
            Thread.sleep(Math.min(LONGEST.toMillis(), rest));
        } catch (InterruptedException e) {
            // The pool interrupts threads that have nothing to do when it is told to stop.
            Thread.currentThread().interrupt();
        }
    }

    /** How much longer than it has worked the thread rests. */
    static double rests(double eventsPerSecond) {
        return Math.min(MOST, eventsPerSecond / EVEN);
    }
}
