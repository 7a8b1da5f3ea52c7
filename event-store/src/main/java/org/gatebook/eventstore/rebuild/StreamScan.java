package org.gatebook.eventstore.rebuild;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.log.EventRows;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the events of some names up to a position, stream by stream in the order of their sequence. Each batch is a
 * transaction of its own.
 */
final class StreamScan {

    private static final String FROM = "select " + EventRows.COLUMNS + " from events.event ";

    private final JdbcTemplate jdbc;
    private final String[] names;

    StreamScan(JdbcTemplate jdbc, Collection<String> names) {
        this.jdbc = jdbc;
        this.names = names.toArray(String[]::new);
    }

    /**
     * All of them up to this position, by stream and sequence; a batch may end inside a stream. While the consumer works
     * on a batch, the next one is decoded and the one after that is read.
     */
    void byStream(long upTo, int batch, Decoding decoding, Consumer<List<RecordedEvent>> consumer) {
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<List<StoredEvent>> read = supplyAsync(() -> page("", -1, upTo, batch), ahead);
            CompletableFuture<List<RecordedEvent>> decoded = completedFuture(List.of());
            for (List<StoredEvent> stored = read.join(); !stored.isEmpty(); stored = read.join()) {
                List<StoredEvent> next = stored;
                StoredEvent last = stored.getLast();
                read = supplyAsync(() -> page(last.aggregateId(), last.sequence(), upTo, batch), ahead);
                List<RecordedEvent> current = decoded.join();
                decoded = supplyAsync(() -> decoding.decode(next), ahead);
                consumer.accept(current);
            }
            consumer.accept(decoded.join());
        }
    }

    /** What makes events of stored ones; used by another thread than the consumer's. */
    @FunctionalInterface
    interface Decoding {
        List<RecordedEvent> decode(List<StoredEvent> stored);
    }

    private List<StoredEvent> page(String stream, long sequence, long upTo, int limit) {
        return jdbc.query(FROM + """
             where (aggregate_id, sequence) > (?, ?) and position <= ? and name = any (?)
             order by aggregate_id, sequence
             limit ?
            """, EventRows.STORED, stream, sequence, upTo, names, limit);
    }

    /** The next of them after one position and up to another, in the order of the log. */
    List<StoredEvent> byPosition(long after, long upTo, int limit) {
        return jdbc.query(FROM + """
             where position > ? and position <= ? and name = any (?)
             order by position
             limit ?
            """, EventRows.STORED, after, upTo, names, limit);
    }
}
