package org.gatebook.query.order.file;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Ticket files, made outside of requests and kept for a while. A file goes by what is printed on it: a ticket that changed
 * is another file, and nobody has to say so. Each node makes its own; a client that is sent to another one asks once more.
 */
@Component
class TicketFiles implements DisposableBean {

    private static final Duration KEPT = Duration.ofMinutes(10);

    /** Bytes of all files together. */
    private static final long SPACE = 64L << 20;

    private final ExecutorService makers = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("tickets-", 0).factory());
    private final AsyncCache<List<TicketPage>, byte[]> files = Caffeine.newBuilder()
            .executor(makers)
            .expireAfterAccess(KEPT)
            .maximumWeight(SPACE)
            .weigher((List<TicketPage> pages, byte[] file) -> file.length)
            .buildAsync();

    /** The file with these pages; empty as long as it is being made, which this call begins. */
    Optional<byte[]> file(List<TicketPage> pages) {
        CompletableFuture<byte[]> file = files.get(List.copyOf(pages), TicketPdf::of);
        return file.isDone() ? Optional.of(file.join()) : Optional.empty();
    }

    @Override
    public void destroy() {
        makers.shutdownNow();
    }
}
