package org.gatebook.eventstore.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.gatebook.api.personal.Erasing;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.InlineViews;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.log.InlineProjection;
import org.gatebook.eventstore.view.StreamViews.ViewKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Folds new events into the read models, in their transaction. Views of streams are cached per node, filled after the
 * commit: an event that follows the cached one needs no read, because the sequence that it just took proves that no other
 * node has written in between.
 */
public final class InlineProjections implements InlineProjection, InlineViews {

    private static final String UNIT = InlineProjections.class.getName();
    private static final int MAXIMUM_CACHED = 50_000;

    private final JdbcTemplate jdbc;
    private final EventReader log;
    private final List<ReadModel<?>> models;
    private final Supplier<String> readSchema;
    private final Cache<Home, StreamViews> cache =
            Caffeine.newBuilder().maximumSize(MAXIMUM_CACHED).build();

    /**
     * Where cached views are written. The schema is part of it: after a switch a view of the old schema, which may have
     * been wrong or of another form, is not found any more, whenever it got into the cache.
     */
    private record Home(String schema, String stream) {}

    /**
     * @param models written in this order
     * @param readSchema the schema that the current unit has found active
     */
    public InlineProjections(
            JdbcTemplate jdbc, EventReader log, List<? extends ReadModel<?>> models, Supplier<String> readSchema) {
        this.jdbc = jdbc;
        this.log = log;
        this.models = List.copyOf(models);
        this.readSchema = readSchema;
    }

    /** The read models that are projected. */
    public List<ReadModel<?>> models() {
        return models;
    }

    /** Forgets the cached views of these streams. */
    public void forget(Collection<String> streams) {
        cache.asMap().keySet().removeIf(home -> streams.contains(home.stream()));
    }

    /** Forgets all cached views; for when tables were exchanged or changed from outside. */
    public void forget() {
        cache.invalidateAll();
    }

    @Override
    public void project(List<RecordedEvent> recorded) {
        Unit unit = unit();
        Map<ViewKey, Change<?>> changes = new LinkedHashMap<>();
        for (RecordedEvent event : recorded) {
            List<RecordedEvent> story = story(event);
            StreamViews known = story.isEmpty() ? unit.stream(event.aggregateId()) : null;
            StreamViews before = StreamViews.before(event.sequence(), known);
            Map<ViewKey, Object> changed = new HashMap<>();
            for (ReadModel<?> model : models) {
                if (!model.events().isInstance(event.payload())) {
                    continue;
                }
                if (!story.isEmpty() && model.keyed() == ReadModel.Keyed.BY_AGGREGATE) {
                    foldAgain(model, story, unit, changes, changed);
                } else {
                    fold(model, event, before, unit, changes, changed);
                }
            }
            unit.streams.put(event.aggregateId(), before.after(event.sequence(), changed));
        }
        UpsertSink sink = new UpsertSink();
        changes.values().forEach(change -> change.write(sink));
        sink.write(jdbc);
    }

    /** Where values were erased, all events of the stream up to there, as they read now; else none. */
    private List<RecordedEvent> story(RecordedEvent event) {
        return event.payload() instanceof Erasing
                ? log.ofAggregate(event.aggregateId(), -1).stream()
                        .filter(told -> told.sequence() <= event.sequence())
                        .toList()
                : List.of();
    }

    /** What the rows hold cannot be taken back by a fold: they are made again, which is what a replay will find. */
    private static <V> void foldAgain(
            ReadModel<V> model,
            List<RecordedEvent> story,
            Unit unit,
            Map<ViewKey, Change<?>> changes,
            Map<ViewKey, Object> changed) {
        for (ReadModel.Row<V> row : Fold.again(model, story)) {
            ViewKey key = new ViewKey(model.name(), row.key());
            changed.put(key, Objects.requireNonNull((Object) row.view()));
            unit.current.put(key, row.view());
            // Told again, but not for the first time: its rows are there.
            changes.put(key, new Change<>(model, row, false));
        }
    }

    @SuppressWarnings("ReferenceEquality") // the fold says "unchanged" by the same instance
    private <V> void fold(
            ReadModel<V> model,
            RecordedEvent event,
            StreamViews before,
            Unit unit,
            Map<ViewKey, Change<?>> changes,
            Map<ViewKey, Object> changed) {
        String key = model.key(event);
        if (key == null) {
            return;
        }
        ViewKey viewKey = new ViewKey(model.name(), key);
        V old = viewBefore(model, viewKey, before, unit);
        V next = model.fold(old, event);
        if (next == null) {
            if (old != null) {
                throw new IllegalStateException(model.name() + " lost its view " + key + " in a fold");
            }
            return;
        }
        if (model.keyed() == ReadModel.Keyed.BY_AGGREGATE) {
            changed.put(viewKey, next);
        }
        if (next != old) {
            unit.current.put(viewKey, next);
            Change<?> earlier = changes.get(viewKey);
            boolean created = earlier == null ? old == null : earlier.row().created();
            boolean fresh = earlier == null ? created && isAlone(model) : earlier.fresh();
            ReadModel.Row<V> row =
                    new ReadModel.Row<>(key, next, event.position(), event.recordedAt(), event.sequence(), created);
            changes.put(viewKey, new Change<>(model, row, fresh));
        }
    }

    /** Whether what was nowhere when the stream came to it is still nowhere: no other stream can have written it. */
    private static boolean isAlone(ReadModel<?> model) {
        return model.keyed() == ReadModel.Keyed.BY_AGGREGATE || model.keyed() == ReadModel.Keyed.BY_EVENT;
    }

    @SuppressWarnings("unchecked")
    private <V> @Nullable V viewBefore(ReadModel<V> model, ViewKey key, StreamViews before, Unit unit) {
        if (model.keyed() == ReadModel.Keyed.BY_EVENT) {
            return null;
        }
        Object current = unit.current.get(key);
        if (current == null && model.keyed() == ReadModel.Keyed.MERGED) {
            return null;
        }
        if (current == null && model.keyed() == ReadModel.Keyed.BY_AGGREGATE) {
            current = before.views().get(key);
            if (current == null && before.complete()) {
                return null;
            }
        }
        return current == null ? model.load(key.key()) : (V) current;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> Optional<V> current(ReadModel<V> model, String key) {
        if (CurrentUnitOfWork.isStarted()) {
            Unit unit = CurrentUnitOfWork.get().root().getResource(UNIT);
            Object view = unit == null ? null : unit.current.get(new ViewKey(model.name(), key));
            if (view != null) {
                return Optional.of((V) view);
            }
        }
        return Optional.ofNullable(model.load(key));
    }

    private Unit unit() {
        Unit present = CurrentUnitOfWork.get().root().getResource(UNIT);
        if (present != null) {
            return present;
        }
        Unit unit = new Unit();
        CurrentUnitOfWork.get().root().resources().put(UNIT, unit);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(unit);
        }
        return unit;
    }

    /** @param fresh whether its rows are known to be nowhere yet */
    private record Change<V>(ReadModel<V> model, ReadModel.Row<V> row, boolean fresh) {
        void write(UpsertSink sink) {
            model.write(row, fresh ? sink.newRows() : sink);
        }
    }

    /** What one unit has changed; shared with others when it has committed. */
    private final class Unit implements TransactionSynchronization {

        private final String schema = readSchema.get();
        private final Map<ViewKey, Object> current = new HashMap<>();
        private final Map<String, StreamViews> streams = new HashMap<>();

        private @Nullable StreamViews stream(String id) {
            StreamViews own = streams.get(id);
            return own == null ? cache.getIfPresent(new Home(schema, id)) : own;
        }

        @Override
        public void afterCommit() {
            streams.forEach((stream, views) -> cache.put(new Home(schema, stream), views));
        }
    }
}
