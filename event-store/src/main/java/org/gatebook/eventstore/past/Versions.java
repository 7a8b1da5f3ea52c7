package org.gatebook.eventstore.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.ReadModel.Keyed;
import org.gatebook.eventstore.ReadModel.Row;
import org.gatebook.eventstore.ReadModel.Table;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.past.VersionSink.RowKey;
import org.jspecify.annotations.Nullable;

/**
 * Makes versions of the rows of one read model, event by event, by its own fold and its own writing. A view that the last
 * batches have seen is in memory; another one is loaded as the live projection loads it, from rows that still hold.
 */
final class Versions<V> {

    private static final int REMEMBERED = 4_000;

    private final ReadModel<V> model;
    private final MergedRows merged;
    private final Map<String, V> views = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Written(Table table, List<@Nullable Object> values) {}

    Versions(ReadModel<V> model, MergedRows merged) {
        this.model = model;
        this.merged = merged;
    }

    /** Forgets what is in memory: it may be ahead of the database, or behind. */
    void forget() {
        views.clear();
    }

    /** The versions that begin with this event. */
    @SuppressWarnings("ReferenceEquality") // the fold says "unchanged" by the same instance
    void apply(RecordedEvent event, VersionSink sink) {
        if (!model.events().isInstance(event.payload())) {
            return;
        }
        String key = model.key(event);
        if (key == null) {
            return;
        }
        V old = before(key, event);
        V view = model.fold(old, event);
        if (view == null) {
            return;
        }
        if (model.keyed() == Keyed.BY_AGGREGATE || model.keyed() == Keyed.SHARED) {
            views.put(key, view);
        }
        if (view == old) {
            return;
        }
        List<Written> rows =
                rows(new Row<>(key, view, event.position(), event.recordedAt(), event.sequence(), old == null));
        if (model.keyed() == Keyed.MERGED) {
            rows.forEach(row -> merged.put(row.table(), row.values(), event.position(), sink));
        } else {
            putChanged(rows, key, old, event, sink);
        }
    }

    /** All versions of the rows that a stream writes, told from its first event by who knows what was erased. */
    @SuppressWarnings("ReferenceEquality") // the fold says "unchanged" by the same instance
    void applyAgain(List<RecordedEvent> story, VersionSink sink) {
        if (model.keyed() != Keyed.BY_AGGREGATE) {
            return;
        }
        Map<String, V> told = new HashMap<>();
        for (RecordedEvent event : story) {
            String key = model.events().isInstance(event.payload()) ? model.key(event) : null;
            if (key == null) {
                continue;
            }
            V old = told.get(key);
            V view = model.fold(old, event);
            if (view != null && view != old) {
                told.put(key, view);
                List<Written> rows =
                        rows(new Row<>(key, view, event.position(), event.recordedAt(), event.sequence(), old == null));
                putChanged(rows, key, old, event, sink);
            }
        }
        views.putAll(told);
    }

    /** Nothing comes before the first event of a stream, nor before what is kept by event. */
    private @Nullable V before(String key, RecordedEvent event) {
        return switch (model.keyed()) {
            case BY_EVENT, MERGED -> null;
            case BY_AGGREGATE -> {
                V known = views.get(key);
                yield known != null || event.sequence() == 0 ? known : model.load(key);
            }
            case SHARED -> {
                V known = views.get(key);
                yield known != null ? known : model.load(key);
            }
        };
    }

    /** An event of an order writes the rows of all its positions; those that say the same as before get no version. */
    private void putChanged(List<Written> rows, String key, @Nullable V old, RecordedEvent event, VersionSink sink) {
        Map<RowKey, List<@Nullable Object>> before = new HashMap<>();
        if (old != null) {
            rows(new Row<>(key, old, event.position(), event.recordedAt(), event.sequence(), false))
                    .forEach(row -> before.put(RowKey.of(row.table(), row.values()), row.values()));
        }
        for (Written row : rows) {
            List<@Nullable Object> earlier = before.get(RowKey.of(row.table(), row.values()));
            if (!row.values().equals(earlier)) {
                sink.put(row.table(), row.values(), event.position(), earlier != null);
            }
        }
    }

    private List<Written> rows(Row<V> row) {
        List<Written> rows = new ArrayList<>();
        model.write(row, (table, values) -> rows.add(new Written(table, Arrays.asList(values))));
        return rows;
    }

    /** The greater of two values, as the live table keeps it; nothing is less than anything. */
    @SuppressWarnings("unchecked")
    static @Nullable Object greater(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one instanceof Instant moment) {
            return moment.isBefore((Instant) other) ? other : one;
        }
        return ((Comparable<Object>) one).compareTo(other) < 0 ? other : one;
    }
}
