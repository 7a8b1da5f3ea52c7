package org.gatebook.eventstore.rebuild;

import java.util.List;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.view.Fold;
import org.gatebook.eventstore.view.UpsertSink;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second phase of a rebuild: what was stored since the first one, in the order of the log, folded onto the rows that
 * are there. Each batch is one transaction.
 */
final class Tail {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final StreamScan scan;
    private final EventReader events;
    private final List<ReadModel<?>> models;
    private final String schema;
    private final Pace pace;
    private long position;
    private long applied;

    /** @param position up to which the schema is complete */
    Tail(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            StreamScan scan,
            EventReader events,
            List<ReadModel<?>> models,
            String schema,
            long position,
            Pace pace) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.scan = scan;
        this.events = events;
        this.models = models;
        this.schema = schema;
        this.pace = pace;
        this.position = position;
    }

    /**
     * Applies everything up to a position, below which nothing may appear later.
     *
     * @return how many events that were
     */
    long catchUp(long upTo, int batch) {
        long before = applied;
        Pace.Work work = pace.begin();
        while (position < upTo) {
            List<StoredEvent> next = scan.byPosition(position, upTo, batch);
            apply(next);
            position = next.size() < batch ? upTo : next.getLast().position();
            applied += next.size();
            work.rest();
        }
        return applied - before;
    }

    /** How many events were applied in all. */
    long applied() {
        return applied;
    }

    private void apply(List<StoredEvent> batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<RecordedEvent> decoded = events.decode(batch);
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local search_path to " + schema);
            UpsertSink upserts = new UpsertSink();
            for (ReadModel<?> model : models) {
                fold(model, decoded, upserts);
            }
            upserts.write(jdbc);
        });
    }

    private <V> void fold(ReadModel<V> model, List<RecordedEvent> batch, UpsertSink upserts) {
        Fold<V> fold = model.keyed() == ReadModel.Keyed.MERGED
                ? new Fold<>(model, key -> null, events)
                : new Fold<>(model, model::load, events);
        for (RecordedEvent event : batch) {
            try {
                fold.apply(event);
            } catch (IllegalStateException e) {
                throw new IllegalStateException(unfoldable(model, event), e);
            }
        }
        fold.writeTo(upserts);
    }

    /** With where its stream lies and where this tail stands: whether an event was passed over, or its row lost. */
    private String unfoldable(ReadModel<?> model, RecordedEvent event) {
        List<Long> positions = events.ofAggregate(event.aggregateId(), -1).stream()
                .map(RecordedEvent::position)
                .toList();
        return "event %d of %s at position %d cannot be folded into %s: its stream has the positions %s, %s is complete up to %d"
                .formatted(
                        event.sequence(),
                        event.aggregateId(),
                        event.position(),
                        model.name(),
                        positions,
                        schema,
                        position);
    }
}
