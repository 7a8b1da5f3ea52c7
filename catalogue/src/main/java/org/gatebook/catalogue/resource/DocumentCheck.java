package org.gatebook.catalogue.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gatebook.api.catalogue.CatalogueEvent;
import org.gatebook.api.catalogue.ResourceChanged;
import org.gatebook.api.catalogue.ResourceDeleted;
import org.gatebook.api.personal.Personal;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the stored documents with the newest events of their streams: supporting data has no read models to rebuild,
 * so this is how one knows that log and state tell the same. Reads both without locks, one after the other: a difference
 * counts when a second look finds it too, since on a server at work a write may fall between the two.
 */
@Component
public final class DocumentCheck {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final EventReader events;

    public DocumentCheck(JdbcClient jdbc, EventReader events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** A row as it is stored, of whatever kind. */
    private record Row(
            String organizer,
            @Nullable String event,
            @Nullable Long parent,
            @Nullable String key,
            long version,
            boolean deleted,
            Map<String, @Nullable Object> fields) {}

    /** What differs, one line each, by stream; empty when all is well. */
    public List<String> differences() {
        List<String> differences = new ArrayList<>(look());
        if (!differences.isEmpty()) {
            differences.retainAll(look());
        }
        return differences;
    }

    private List<String> look() {
        Map<String, RecordedEvent> newest = newest();
        Map<String, Row> rows = rows();
        List<String> differences = new ArrayList<>();
        new TreeMap<>(rows).forEach((stream, row) -> {
            RecordedEvent event = newest.remove(stream);
            if (event == null) {
                differences.add(stream + ": has no event");
            } else {
                compare(stream, row, event, differences);
            }
        });
        new TreeMap<>(newest).keySet().forEach(stream -> differences.add(stream + ": has events and no document"));
        return differences;
    }

    private static void compare(String stream, Row row, RecordedEvent recorded, List<String> differences) {
        if (row.version() != recorded.sequence()) {
            differences.add(stream + ": is at version " + row.version() + ", its events at " + recorded.sequence());
            return;
        }
        switch ((CatalogueEvent) recorded.payload()) {
            case ResourceDeleted deleted -> {
                if (!row.deleted()) {
                    differences.add(stream + ": lives, although its events end with a deletion");
                }
            }
            case ResourceChanged changed -> compare(stream, row, changed, recorded, differences);
        }
    }

    private static void compare(
            String stream, Row row, ResourceChanged changed, RecordedEvent recorded, List<String> differences) {
        boolean placed = !row.deleted()
                && row.organizer().equals(recorded.metadata().organizer().value())
                && Objects.equals(row.event(), changed.event())
                && Objects.equals(row.parent(), changed.parent())
                && Objects.equals(row.key(), changed.key());
        if (!placed) {
            differences.add(stream + ": has another owner or name than its events say");
        }
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(row.fields());
        changed.plain().forEach((name, value) -> {
            if (!Objects.equals(rest.remove(name), JsonDocuments.normal(value))) {
                differences.add(stream + ": differs in " + name);
            }
        });
        changed.personal().forEach((name, value) -> {
            Object stored = rest.remove(name);
            // What was erased cannot be compared, and is no difference.
            if (value instanceof Personal.Known<Object> known
                    && !Objects.equals(stored, JsonDocuments.normal(known.known()))) {
                differences.add(stream + ": differs in " + name);
            }
        });
        changed.secretsSet().forEach(name -> {
            if (rest.remove(name) == null) {
                differences.add(stream + ": has lost " + name);
            }
        });
        rest.forEach((name, value) -> {
            if (value != null) {
                differences.add(stream + ": has " + name + ", which its events do not know");
            }
        });
    }

    private Map<String, RecordedEvent> newest() {
        Map<String, RecordedEvent> newest = new LinkedHashMap<>();
        kinds().forEach(kind -> events.streamByAggregate(
                kind,
                events.horizon(),
                BATCH,
                batch -> batch.stream()
                        .filter(event -> event.payload() instanceof CatalogueEvent)
                        .forEach(event -> newest.put(event.aggregateId(), event))));
        return newest;
    }

    private List<String> kinds() {
        return jdbc.sql("""
                        SELECT DISTINCT aggregate_type FROM events.event
                        WHERE name IN ('catalogue.resource_changed', 'catalogue.resource_deleted')
                        """)
                .query((row, number) -> Objects.requireNonNull(row.getString("aggregate_type")))
                .list();
    }

    private Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT kind, id, organizer, event, parent, key, version, deleted, document
                        FROM ops.resource
                        """)
                .query((row, number) -> rows.put(
                        CatalogueEvent.stream(row.getString("kind"), row.getLong("id")),
                        new Row(
                                row.getString("organizer"),
                                row.getString("event"),
                                row.getObject("parent", Long.class),
                                row.getString("key"),
                                row.getLong("version"),
                                row.getBoolean("deleted"),
                                JsonDocuments.fields(row.getString("document")))))
                .list();
        return rows;
    }
}
