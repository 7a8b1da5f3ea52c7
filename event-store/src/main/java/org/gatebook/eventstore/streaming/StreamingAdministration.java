package org.gatebook.eventstore.streaming;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.gatebook.eventstore.EventReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an operator does to streaming projections, on any node and while they run. */
public final class StreamingAdministration {

    private final JdbcTemplate jdbc;
    private final EventReader events;
    private final DeadLetters letters;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate transaction;
    private final Map<String, StreamingProjection> projections;

    public StreamingAdministration(
            DataSource database,
            PlatformTransactionManager transactions,
            EventReader events,
            DeadLetters letters,
            Collection<? extends StreamingProjection> projections) {
        this.jdbc = new JdbcTemplate(database);
        this.events = events;
        this.letters = letters;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
        this.projections =
                projections.stream().collect(Collectors.toMap(StreamingProjection::name, Function.identity()));
    }

    /**
     * What became of a retry.
     *
     * @param projected letters that are done
     * @param remaining letters that are still there
     */
    public record Retried(long projected, long remaining) {}

    /**
     * Tries all dead letters again, stream by stream in their order; a stream stops at the first that fails. A letter is
     * removed in the transaction of what it projects.
     */
    public Retried retryDeadLetters() {
        long projected = 0;
        long remaining = 0;
        for (String processor : letters.processors()) {
            StreamingProjection projection = projections.get(processor);
            if (projection != null) {
                Delivery delivery = new Delivery(projection, letters, transactions);
                for (String stream : letters.streams(processor)) {
                    projected += retry(delivery, processor, stream);
                }
            }
            remaining += letters.count(processor);
        }
        return new Retried(projected, remaining);
    }

    private long retry(Delivery delivery, String processor, String stream) {
        Long done = transaction.execute(status -> {
            long projected = 0;
            for (long position : letters.lock(processor, stream)) {
                Throwable failure = delivery.take(events.after(position - 1, 1));
                if (failure != null) {
                    letters.failedAgain(processor, position, failure.toString());
                    break;
                }
                letters.remove(processor, position);
                projected++;
            }
            return projected;
        });
        return done == null ? 0 : done;
    }

    /**
     * Lets a projection start again from the first event: clears what it projected and its dead letters, and takes its
     * token away from whichever node has it. A batch at work there fails and is forgotten, because it no longer owns the
     * token that it wants to store; a node claims the token again when this claim has timed out.
     *
     * @throws IllegalArgumentException if there is no such projection
     */
    public void replay(String name) {
        StreamingProjection projection = projections.get(name);
        if (projection == null) {
            throw new IllegalArgumentException("no streaming projection is called " + name);
        }
        SerializedObject<byte[]> tail =
                TokenJson.serializer().serialize(new GlobalSequenceTrackingToken(0), byte[].class);
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "update ops.token_entry set token = ?, token_type = ?, owner = 'replay', timestamp = ? where processor_name = ?",
                    tail.getData(),
                    tail.getType().getName(),
                    DateTimeUtils.formatInstant(Instant.now()),
                    name);
            letters.clear(name);
            projection.clear();
        });
    }
}
