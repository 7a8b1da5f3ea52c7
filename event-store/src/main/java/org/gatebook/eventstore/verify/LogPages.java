package org.gatebook.eventstore.verify;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.evidence.EventLeaf;
import org.gatebook.eventstore.merkle.Hash;

/** The log page by page: while one is looked at, the next one is read and hashed by another thread. */
final class LogPages implements AutoCloseable {

    private static final int BATCH = 2_000;

    /**
     * Some events.
     *
     * @param leaves their hashes in the tree; empty if they were not asked for
     */
    record Page(List<StoredEvent> events, List<Hash> leaves) {}

    private final EventReader events;
    private final long horizon;
    private final boolean hashed;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("log-pages").factory());
    private CompletableFuture<Page> next;

    LogPages(EventReader events, long horizon, boolean hashed) {
        this.events = events;
        this.horizon = horizon;
        this.hashed = hashed;
        this.next = after(0);
    }

    private CompletableFuture<Page> after(long position) {
        return CompletableFuture.supplyAsync(() -> read(position), reader);
    }

    private Page read(long position) {
        if (position >= horizon) {
            return new Page(List.of(), List.of());
        }
        List<StoredEvent> page = events.storedAfter(position, BATCH).stream()
                .filter(event -> event.position() <= horizon)
                .toList();
        return new Page(page, hashed ? page.stream().map(EventLeaf::hash).toList() : List.of());
    }

    /** The next page; without events behind the last one. */
    Page next() {
        Page page = next.join();
        if (!page.events().isEmpty()) {
            next = after(page.events().getLast().position());
        }
        return page;
    }

    @Override
    public void close() {
        reader.shutdown();
    }
}
