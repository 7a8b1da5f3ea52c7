package org.gatebook.eventstore.rebuild;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
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
final class Fold<V> {

    private final ReadModel<V> model;
    private final Function<String, @Nullable V> before;
    private final Map<String, Row<V>> changed = new LinkedHashMap<>();
    private long single;

    /** @param before the view of a key that was not changed since the last writing; null if there is none */
    Fold(ReadModel<V> model, Function<String, @Nullable V> before) {
        this.model = model;
        this.before = before;
    }

    /** The same instance means unchanged: that is the promise of a fold, not a comparison of values. */
    @SuppressWarnings("ReferenceEquality")
    void apply(RecordedEvent event) {
        if (!model.events().isInstance(event.payload())) {
            return;
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
        V old = held != null ? held.view() : before.apply(key);
        V view = model.fold(old, event);
        if (view != null && view != old) {
            changed.put(key, row(key, view, event, held != null ? held.created() : old == null));
        }
    }

    private Row<V> row(String key, V view, RecordedEvent event, boolean created) {
        return new Row<>(key, view, event.position(), event.recordedAt(), event.sequence(), created);
    }

    /** Writes and forgets the changed views. */
    void writeTo(RowSink sink) {
        changed.values().forEach(row -> model.write(row, sink));
        changed.clear();
        single = 0;
    }
}
