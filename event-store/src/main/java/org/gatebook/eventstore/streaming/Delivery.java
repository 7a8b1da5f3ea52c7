package org.gatebook.eventstore.streaming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.log.RecordedEventMessage;
import org.gatebook.eventstore.registry.UnknownEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a batch of Axon's processor to a projection in one go, between savepoints of the batch's transaction. So the fast
 * case costs one savepoint a batch, and a failure costs the guilty event only.
 */
final class Delivery implements EventHandlerInvoker {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final String COLLECTED = Delivery.class.getName();

    private final StreamingProjection projection;
    private final DeadLetters letters;
    private final TransactionTemplate nested;

    Delivery(StreamingProjection projection, DeadLetters letters, PlatformTransactionManager transactions) {
        this.projection = projection;
        this.letters = letters;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return segment.matches(recorded(message).aggregateId());
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        List<RecordedEvent> collected = unit.getOrComputeResource(COLLECTED, key -> new ArrayList<>());
        if (canHandle(message, segment)) {
            collected.add(recorded(message));
        }
        if (!(unit instanceof BatchingUnitOfWork<?> batch) || batch.isLastMessage(message)) {
            deliver(collected);
            collected.clear();
        }
    }

    private static RecordedEvent recorded(EventMessage<?> message) {
        return ((RecordedEventMessage) message).recorded();
    }

    private void deliver(List<RecordedEvent> batch) {
        Set<String> streams = batch.stream().map(event -> event.aggregateId()).collect(Collectors.toSet());
        Set<String> blocked = letters.blocked(projection.name(), streams);
        if (blocked.isEmpty() && take(batch) == null) {
            return;
        }
        Set<String> behind = new HashSet<>(blocked);
        for (RecordedEvent event : batch) {
            String stream = event.aggregateId();
            if (behind.contains(stream)) {
                letters.add(projection.name(), event, "waits for an earlier event of its stream", 0);
                continue;
            }
            Throwable failure = take(List.of(event));
            if (failure != null) {
                behind.add(stream);
                letters.add(projection.name(), event, failure.toString(), 1);
                LOG.error(
                        "{} cannot project position {}; it is a dead letter now",
                        projection.name(),
                        event.position(),
                        failure);
            }
        }
    }

    /**
     * Projects inside a savepoint.
     *
     * @return what went wrong with the events; null if nothing did
     * @throws RuntimeException if the database is at fault, or this version of the server, which knows too few events:
     *     then the whole batch is tried again later
     */
    @Nullable
    Throwable take(List<RecordedEvent> taken) {
        try {
            nested.executeWithoutResult(status -> projection.project(taken));
            return null;
        } catch (UnknownEvent
                | TransientDataAccessException
                | RecoverableDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            return e;
        }
    }
}
