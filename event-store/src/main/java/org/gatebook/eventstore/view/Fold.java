package org.gatebook.eventstore.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gatebook.api.personal.Erasing;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.ReadModel.Keyed;
import org.gatebook.eventstore.ReadModel.Row;
import org.gatebook.eventstore.ReadModel.RowSink;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into the views of one read model and keeps the changed ones until they are written. Where a view that it
 * does not hold is to be found (nowhere, or in the database) is for its user to say.
 */
public final class Fold<V> {

    private final ReadModel<V> model;
    private final Function<String, @Nullable V> before;
    private final Function<RecordedEvent, List<RecordedEvent>> stories;
    private final Map<String, Row<V>> changed = new LinkedHashMap<>();
    private long single;

    /**
     * For events of many streams.
     *
     * @param before the view of a key that was not changed since the last writing; null if there is none
     * @param log tells a stream again whose values were erased
     */
    public Fold(ReadModel<V> model, Function<String, @Nullable V> before, EventReader log) {
        this.model = model;
        this.before = before;
        this.stories = erasing -> log.ofAggregate(erasing.aggregateId(), -1).stream()
                .filter(event -> event.sequence() <= erasing.sequence())
                .toList();
    }

    /** For a stream that was told from its first event, by who knew what was erased. */
    private Fold(ReadModel<V> model) {
        this.model = model;
        this.before = key -> null;
        this.stories = erasing -> List.of();
    }

    /**
     * The views that a stream writes, told from its first event.
     *
     * @param story all its events, read when the keys of those who were erased were gone
     */
    static <V> List<Row<V>> again(ReadModel<V> model, List<RecordedEvent> story) {
        Fold<V> fold = new Fold<>(model);
        story.forEach(fold::apply);
        return List.copyOf(fold.changed.values());
    }

    /** The same instance means unchanged: that is the promise of a fold, not a comparison of values. */
    @SuppressWarnings("ReferenceEquality")
    public void apply(RecordedEvent event) {
        if (!model.events().isInstance(event.payload())) {
            return;
        }
        if (event.payload() instanceof Erasing && model.keyed() == Keyed.BY_AGGREGATE) {
            List<RecordedEvent> story = stories.apply(event);
            if (!story.isEmpty()) {
                again(model, story).forEach(row -> changed.put(row.key(), row));
                return;
            }
        }
        String key = model.key(event);
        if (key == null) {
            return;
        }
        if (model.keyed() == Keyed.BY_EVENT) {
            V view = model.fold(null, event);
            if (view != null) {
                changed.put("#" + single++, row(key, view, event, true));
            }
            return;
        }
        Row<V> held = changed.get(key);
        V old = held != null ? held.view() : before(key, event);
        V view = model.fold(old, event);
        if (view != null && view != old) {
            changed.put(key, row(key, view, event, held != null ? held.created() : old == null));
        }
    }

    /** Before the first event of its only stream a view was nowhere: that is not looked for. */
    private @Nullable V before(String key, RecordedEvent event) {
        return event.sequence() == 0 && model.keyed() == Keyed.BY_AGGREGATE ? null : before.apply(key);
    }

    private Row<V> row(String key, V view, RecordedEvent event, boolean created) {
        return new Row<>(key, view, event.position(), event.recordedAt(), event.sequence(), created);
    }

    /** Writes and forgets the changed views. */
    public void writeTo(RowSink sink) {
        changed.values().forEach(row -> model.write(row, sink));
        changed.clear();
        single = 0;
    }
}
