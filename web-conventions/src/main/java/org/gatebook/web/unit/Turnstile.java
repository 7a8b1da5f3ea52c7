package org.gatebook.web.unit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many requests are at work. Threads are virtual and cost nothing, connections do: whoever cannot be served
 * in time is told so quickly, instead of waiting for a connection until the client has given up.
 */
final class Turnstile {

    private final Semaphore places;
    private final long patienceNanos;

    Turnstile(int places, Duration patience) {
        // Fair: under overload an unfair semaphore lets the youngest win and the oldest wait past their patience.
        this.places = new Semaphore(places, true);
        this.patienceNanos = patience.toNanos();
    }

    /** Waits for a place; whoever gets one must {@link #leave}. */
    boolean enter() {
        try {
            return places.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        places.release();
    }

    int waiting() {
        return places.getQueueLength();
    }
}
