package org.gatebook.eventstore.streaming;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The streaming processors of this node, one a projection. A projection runs on one node at a time; when that node is
 * gone, another claims its token. The token is stored in the transaction of what was projected, so each event is
 * projected once.
 */
public final class StreamingProcessors implements AutoCloseable {

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final DeadLetters letters;
    private final PlatformTransactionManager transactions;
    private final StreamingSettings settings;
    private final List<StreamingProjection> projections;
    private final TokenStore tokens;
    private final LongSupplier stored;
    private final List<PooledStreamingEventProcessor> running = new ArrayList<>();
    private final List<ScheduledExecutorService> yielding = new ArrayList<>();
    private @Nullable ScheduledExecutorService workers;

    /**
     * @param database connects as the application
     * @param transactions of that database
     * @param log the events in order, up to the horizon
     * @param stored the newest position that this node has stored
     */
    public StreamingProcessors(
            DataSource database,
            PlatformTransactionManager transactions,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            LongSupplier stored,
            DeadLetters letters,
            Collection<? extends StreamingProjection> projections,
            StreamingSettings settings) {
        this.log = log;
        this.stored = stored;
        this.letters = letters;
        this.transactions = transactions;
        this.settings = settings;
        this.projections = List.copyOf(projections);
        this.tokens = JdbcTokenStore.builder()
                // Within a transaction these are its connection, and closing them does nothing.
                .connectionProvider(new TransactionAwareDataSourceProxy(database)::getConnection)
                .serializer(TokenJson.serializer())
                .schema(TokenSchema.builder()
                        .setTokenTable("ops.token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .claimTimeout(settings.claimTimeout())
                // Two nodes of one process, as tests start them, are two owners.
                .nodeId(ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID())
                .build();
    }

    /** Starts reading; a second call does nothing. */
    public synchronized void start() {
        if (workers != null || projections.isEmpty()) {
            return;
        }
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(
                1 + projections.size(),
                Thread.ofPlatform().name("streaming-", 0).daemon().factory());
        workers = threads;
        for (StreamingProjection projection : projections) {
            running.add(processor(projection, threads));
        }
        running.forEach(PooledStreamingEventProcessor::start);
    }

    private PooledStreamingEventProcessor processor(StreamingProjection projection, ScheduledExecutorService threads) {
        Duration extension = settings.claimTimeout().dividedBy(3);
        return PooledStreamingEventProcessor.builder()
                .name(projection.name())
                .eventHandlerInvoker(new Delivery(projection, letters, transactions))
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(log)
                .tokenStore(tokens)
                .transactionManager(new DatabaseTransactions(transactions))
                .coordinatorExecutor(threads)
                .workerExecutor(projection.yields() ? yielding(projection) : threads)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(projection.yields() ? settings.yieldingBatch() : settings.batch())
                .tokenClaimInterval(Math.min(5_000, extension.toMillis()))
                .claimExtensionThreshold(extension.toMillis())
                .build();
    }

    private ScheduledExecutorService yielding(StreamingProjection projection) {
        YieldingWorkers thread = new YieldingWorkers(
                Thread.ofPlatform()
                        .name("streaming-" + projection.name())
                        .daemon()
                        .factory(),
                stored,
                settings.longestRest());
        yielding.add(thread);
        return thread;
    }

    /** Stops reading; batches at work are finished, and the tokens released. */
    @Override
    public synchronized void close() {
        CompletableFuture.allOf(running.stream()
                        .map(PooledStreamingEventProcessor::shutdownAsync)
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        running.clear();
        if (workers != null) {
            workers.shutdown();
            workers = null;
            yielding.forEach(ScheduledExecutorService::shutdown);
            yielding.clear();
        }
    }

    /** The names of the projections. */
    public List<String> names() {
        return projections.stream().map(StreamingProjection::name).toList();
    }
}
