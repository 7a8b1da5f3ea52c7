package org.gatebook.eventstore.streaming;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that works a small share of its time for as long as this node stores events, and all of it when nobody sells:
 * what may be behind for a while leaves the machine to whoever cannot wait. It rests between tasks, so never within a
 * transaction.
 */
final class YieldingWorkers extends ScheduledThreadPoolExecutor {

    /** So many times as long as it has worked. */
    private static final int REST = 9;

    /** Longer rests would make a stop wait. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final LongSupplier stored;
    private long storedBefore;
    private long begun;

    /** @param stored the newest position that this node has stored */
    YieldingWorkers(ThreadFactory threads, LongSupplier stored) {
        super(1, threads);
        this.stored = stored;
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
        begun = System.nanoTime();
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable failure) {
        super.afterExecute(task, failure);
        long now = stored.getAsLong();
        if (now == storedBefore || isShutdown()) {
            return;
        }
        storedBefore = now;
        long worked = System.nanoTime() - begun;
        try {
            Thread.sleep(Math.min(LONGEST.toMillis(), REST * worked / 1_000_000));
        } catch (InterruptedException e) {
            // The pool interrupts threads that have nothing to do when it is told to stop.
            Thread.currentThread().interrupt();
        }
    }
}
