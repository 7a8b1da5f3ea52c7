package org.gatebook.eventstore.streaming;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that rests the more, the more events this node stores: what may be behind for a while leaves the machine to
 * whoever cannot wait, works half of its time beside a slow evening, and all of it when nobody sells. It rests between
 * tasks, so never within a transaction, and looks up while it rests: when the rush is over it goes on.
 */
final class YieldingWorkers extends ScheduledThreadPoolExecutor {

    /** Beside so many events a second it rests as long as it works. */
    private static final double EVEN = 20;

    /** The longest rest, as a multiple of the work before it. */
    private static final double MOST = 99;

    private static final Duration LOOKS_UP = Duration.ofMillis(100);

    private final LongSupplier stored;
    private final Duration longest;
    private long storedBefore;
    private long seen = System.nanoTime();
    private long begun;

    /**
     * @param stored the newest position that this node has stored
     * @param longest what no rest exceeds: who never comes back loses his claim
     */
    YieldingWorkers(ThreadFactory threads, LongSupplier stored, Duration longest) {
        super(1, threads);
        this.stored = stored;
        this.longest = longest;
        this.storedBefore = stored.getAsLong();
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
        begun = System.nanoTime();
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable failure) {
        super.afterExecute(task, failure);
        long done = System.nanoTime();
        long worked = done - begun;
        for (long left = rest(worked); left > 0 && !isShutdown(); left = done + rest(worked) - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(LOOKS_UP.toNanos(), left));
            } catch (InterruptedException e) {
                // The pool interrupts threads that have nothing to do when it is told to stop.
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private long rest(long worked) {
        return Math.min(longest.toNanos(), Math.round(rests(perSecond()) * worked));
    }

    /** Events stored since it was asked last. */
    private double perSecond() {
        long now = System.nanoTime();
        long newest = stored.getAsLong();
        double rate = (newest - storedBefore) * 1e9 / Math.max(1, now - seen);
        storedBefore = newest;
        seen = now;
        return rate;
    }

    /** How much longer than it has worked the thread rests. */
    static double rests(double eventsPerSecond) {
        return Math.min(MOST, eventsPerSecond / EVEN);
    }
}
