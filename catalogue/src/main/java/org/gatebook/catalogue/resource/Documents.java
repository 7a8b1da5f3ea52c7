package org.gatebook.catalogue.resource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.web.filter.Condition;
import org.gatebook.web.filter.ListDeclaration;
import org.gatebook.web.filter.ListQuery;
import org.gatebook.web.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads documents within the present transaction; sees what it has written itself. Only {@link Catalogue} writes them,
 * because every change must leave its event.
 *
 * <p>The kind is written into the SQL: it comes from declarations, there are few, and the indexes that single kinds
 * declare are partial.
 */
@Component
public final class Documents {

    private static final String COLUMNS = "id, organizer, event, parent, key, version, document";

    private final JdbcClient jdbc;

    public Documents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A list of resources of this kind, oldest first; to be narrowed and ordered by its declaration. */
    public static ListDeclaration listOf(ResourceType type) {
        return ListDeclaration.of(COLUMNS, source(type), "id");
    }

    /** The resource with this name in addresses: its key, exactly. */
    public Optional<Document> byKey(ResourceType type, Owner owner, String key) {
        return one(type, ResourceSelection.of(owner).and("key = :key", Map.of("key", key)));
    }

    /** The resources with these names, oldest first; unknown names are left out. */
    public List<Document> byKeys(ResourceType type, Owner owner, List<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : list(
                        type,
                        ResourceSelection.of(owner)
                                .and("key = ANY (:keys)", Map.of("keys", keys.toArray(String[]::new))));
    }

    /** The resource with this number, if it belongs to this owner. */
    public Optional<Document> byId(ResourceType type, Owner owner, long id) {
        return one(type, ResourceSelection.of(owner).and("id = :id", Map.of("id", id)));
    }

    /** The resource with this number, of the organizer itself or of whichever of its events. */
    public Optional<Document> within(OrganizerSlug organizer, ResourceType type, long id) {
        return one(type, ResourceSelection.within(organizer).and("id = :id", Map.of("id", id)));
    }

    /**
     * The resources of a selection, oldest first, as they stay until the present transaction ends if it may write:
     * whoever wants to change one {@linkplain #lock locks} it and waits.
     */
    public List<Document> held(ResourceType type, ResourceSelection selection) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM ops.resource WHERE " + living(type, selection) + " ORDER BY id"
                        + (TransactionSynchronizationManager.isCurrentTransactionReadOnly() ? "" : " FOR SHARE"))
                .params(selection.parameters())
                .query((row, number) -> document(type, row))
                .list();
    }

    /** Waits for those who {@linkplain #held hold} a resource, and keeps others from holding it. */
    public void lock(Document document) {
        jdbc.sql("SELECT 1 FROM ops.resource WHERE kind = :kind AND id = :id FOR UPDATE")
                .param("kind", document.type().kind())
                .param("id", document.id())
                .query(Integer.class)
                .optional();
    }

    /** The only resource of a selection that cannot have two. */
    public Optional<Document> one(ResourceType type, ResourceSelection selection) {
        return oldest(type, selection, 2).stream().reduce((first, second) -> {
            throw new IllegalStateException("two " + type.kind() + " where one was asked for");
        });
    }

    /** Every resource of a selection, oldest first; for kinds that stay few. */
    public List<Document> list(ResourceType type, ResourceSelection selection) {
        return oldest(type, selection, Integer.MAX_VALUE);
    }

    /** How many resources a selection has. */
    public long count(ResourceType type, ResourceSelection selection) {
        return jdbc.sql("SELECT count(*) FROM " + source(type) + " WHERE " + living(type, selection))
                .params(selection.parameters())
                .query(Long.class)
                .single();
    }

    /** When anything of this kind and owner last changed, deletions included; null when nothing ever was. */
    public @Nullable Instant lastChange(ResourceType type, Owner owner) {
        ResourceSelection selection = ResourceSelection.of(owner);
        // A restore changes what clients have copied since the backup.
        return jdbc.sql("SELECT greatest(changed_at, (SELECT max(lost_to) FROM ops.restoration)) FROM ops.resource"
                        + " WHERE kind = '" + type.kind() + "' AND "
                        + selection.condition() + " ORDER BY changed_at DESC LIMIT 1")
                .params(selection.parameters())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** The page of a selection that a client asks for. */
    public Page<Document> page(ResourceType type, ResourceSelection selection, ListQuery query) {
        Map<String, Object> parameters = new LinkedHashMap<>(selection.parameters());
        return query.within(new Condition(living(type, selection), parameters))
                .page(jdbc, (row, number) -> document(type, row));
    }

    private List<Document> oldest(ResourceType type, ResourceSelection selection, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM " + source(type) + " WHERE " + living(type, selection)
                        + " ORDER BY id LIMIT " + limit)
                .params(selection.parameters())
                .query((row, number) -> document(type, row))
                .list();
    }

    /** Every resource of these kinds in an event, oldest first, parts of others included. */
    public List<Document> ofEvent(Owner event, Map<String, ResourceType> kinds) {
        return jdbc.sql("SELECT kind, " + COLUMNS + """
             FROM ops.resource
            WHERE kind = ANY (:kinds) AND organizer = :organizer AND event = :event AND NOT deleted
            ORDER BY id
            """)
                .param("kinds", kinds.keySet().toArray(String[]::new))
                .param("organizer", event.organizer().value())
                .param("event", Objects.requireNonNull(event.event()).value())
                .query((row, number) -> document(Objects.requireNonNull(kinds.get(row.getString("kind"))), row))
                .list();
    }

    /** Every resource of an event, of whatever kind, to be deleted with it. */
    public List<Document> everythingOf(Owner event) {
        return jdbc.sql("SELECT kind, " + COLUMNS + """
             FROM ops.resource
            WHERE organizer = :organizer AND event = :event AND NOT deleted
            ORDER BY id
            """)
                .param("organizer", event.organizer().value())
                .param("event", Objects.requireNonNull(event.event()).value())
                .query((row, number) -> document(
                        ResourceType.declare(row.getString("kind"), KeptBy.EVENT)
                                .build(),
                        row))
                .list();
    }

    /** Where the rows of a kind are; parts look as if they had rows of their own, so that everything reads them alike. */
    private static String source(ResourceType type) {
        ResourceType.Place place = type.place();
        return place == null ? "ops.resource" : """
            (SELECT '%s' AS kind, (part ->> 'id')::bigint AS id, whole.organizer, whole.event, whole.id AS parent,
                    NULL::text AS key, whole.version, whole.deleted, part - 'id' AS document
             FROM ops.resource whole, jsonb_array_elements(whole.document -> '%s') part
             WHERE whole.kind = '%s') parts\
            """.formatted(type.kind(), place.field(), place.whole());
    }

    private static String living(ResourceType type, ResourceSelection selection) {
        return "kind = '" + type.kind() + "' AND NOT deleted AND " + selection.condition();
    }

    static Document document(ResourceType type, ResultSet row) throws SQLException {
        String event = row.getString("event");
        return new Document(
                type,
                row.getLong("id"),
                new Owner(
                        new OrganizerSlug(row.getString("organizer")),
                        event == null ? null : new EventSlug(event),
                        row.getObject("parent", Long.class)),
                row.getString("key"),
                row.getLong("version"),
                JsonDocuments.fields(row.getString("document")));
    }
}
