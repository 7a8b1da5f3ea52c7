package org.gatebook.catalogue.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.catalogue.CatalogueEvent;
import org.gatebook.api.catalogue.ResourceChanged;
import org.gatebook.api.catalogue.ResourceDeleted;
import org.gatebook.api.personal.Personal;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.eventstore.past.PastOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Supporting data through time, made of the after-images. Secrets are in no event, so they are not here: who reads the past
 * is admitted by the present before.
 */
public final class PastResources implements ReadModel<PastResources.Standing> {

    private static final Table TABLE = new Table(
            "resource",
            List.of("kind", "id"),
            List.of(
                    "kind",
                    "id",
                    "organizer",
                    "event",
                    "parent",
                    "key",
                    "version",
                    "deleted",
                    "document:jsonb",
                    "changed_at"));

    private final JdbcClient jdbc;

    private PastResources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What takes the place of the documents in units that read the past. */
    public static PastOnly inThePlaceOfDocuments(JdbcClient jdbc) {
        return new PastOnly(new PastResources(jdbc), "ops.resource");
    }

    /** A resource after a change. */
    record Standing(
            String kind,
            long id,
            String organizer,
            @Nullable String event,
            @Nullable Long parent,
            @Nullable String key,
            boolean deleted,
            String document) {}

    @Override
    public String name() {
        return "resource";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/catalogue/resource/resource.v1.sql";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Class<CatalogueEvent> events() {
        return CatalogueEvent.class;
    }

    @Override
    public @Nullable Standing fold(@Nullable Standing view, RecordedEvent event) {
        return switch ((CatalogueEvent) event.payload()) {
            case ResourceChanged changed ->
                new Standing(
                        changed.kind(),
                        changed.id(),
                        event.metadata().organizer().value(),
                        changed.event(),
                        changed.parent(),
                        changed.key(),
                        false,
                        JsonDocuments.text(document(changed)));
            case ResourceDeleted deleted ->
                view == null
                        ? null
                        : new Standing(
                                view.kind(),
                                view.id(),
                                view.organizer(),
                                view.event(),
                                view.parent(),
                                null,
                                true,
                                "{}");
        };
    }

    /** What was erased since is not there any more. */
    private static Map<String, @Nullable Object> document(ResourceChanged changed) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>(changed.plain());
        changed.personal().forEach((name, value) -> {
            if (value instanceof Personal.Known<Object> known) {
                document.put(name, known.known());
            }
        });
        return document;
    }

    @Override
    public @Nullable Standing load(String key) {
        int colon = key.lastIndexOf(':');
        return jdbc.sql("""
            SELECT kind, id, organizer, event, parent, key, deleted, document FROM resource
            WHERE kind = :kind AND id = :id
            """)
                .param("kind", key.substring(0, colon))
                .param("id", Long.valueOf(key.substring(colon + 1)))
                .query((row, number) -> new Standing(
                        row.getString("kind"),
                        row.getLong("id"),
                        row.getString("organizer"),
                        row.getString("event"),
                        row.getObject("parent", Long.class),
                        row.getString("key"),
                        row.getBoolean("deleted"),
                        row.getString("document")))
                .optional()
                .orElse(null);
    }

    @Override
    public void write(Row<Standing> row, RowSink sink) {
        Standing resource = row.view();
        sink.row(
                TABLE,
                resource.kind(),
                resource.id(),
                resource.organizer(),
                resource.event(),
                resource.parent(),
                resource.key(),
                row.sequence(),
                resource.deleted(),
                resource.document(),
                row.stamp());
    }
}
