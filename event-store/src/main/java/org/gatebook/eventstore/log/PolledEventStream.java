package org.gatebook.eventstore.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** A stream of all events in order, never past the horizon; woken by {@link EventPolling}. */
public final class PolledEventStream implements BlockingStream<TrackedEventMessage<?>> {

    private final EventReader reader;
    private final int batch;
    private final Consumer<PolledEventStream> whenClosed;
    private final Deque<RecordedEvent> buffer = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private long position;
    private volatile boolean closed;
    private volatile @Nullable Runnable callback;

    PolledEventStream(EventReader reader, long after, int batch, Consumer<PolledEventStream> whenClosed) {
        this.reader = reader;
        this.position = after;
        this.batch = batch;
        this.whenClosed = whenClosed;
    }

    void wake() {
        lock.lock();
        try {
            woken.signalAll();
        } finally {
            lock.unlock();
        }
        Runnable available = callback;
        if (available != null) {
            available.run();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        lock.lock();
        try {
            return fill() ? Optional.of(new RecordedEventMessage(buffer.getFirst())) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean fill() {
        if (buffer.isEmpty() && !closed) {
            buffer.addAll(reader.after(position, batch));
            if (!buffer.isEmpty()) {
                position = buffer.getLast().position();
            }
        }
        return !buffer.isEmpty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long remaining = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (!fill()) {
                if (remaining <= 0 || closed) {
                    return false;
                }
                remaining = woken.awaitNanos(remaining);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!fill()) {
                if (closed) {
                    throw new IllegalStateException("the stream is closed");
                }
                woken.await();
            }
            return new RecordedEventMessage(buffer.removeFirst());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable available) {
        callback = available;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        whenClosed.accept(this);
        wake();
    }
}
