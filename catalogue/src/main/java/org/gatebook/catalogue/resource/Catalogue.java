package org.gatebook.catalogue.resource;

import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.catalogue.CatalogueEvent;
import org.gatebook.api.catalogue.ResourceDeleted;
import org.gatebook.eventstore.EventAppender;
import org.gatebook.eventstore.TransactionalUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes supporting data. Each write is one document, one event with the whole resource afterwards, and, for what nodes
 * keep in memory, one step of the organizer's or event's version, all in the present transaction. Says nothing about
 * who may write what: that is settled before.
 */
@Component
public final class Catalogue {

    private final JdbcClient jdbc;
    private final EventAppender events;
    private final Versions versions;

    public Catalogue(JdbcClient jdbc, EventAppender events, Versions versions) {
        this.jdbc = jdbc;
        this.events = events;
        this.versions = versions;
    }

    /**
     * Waits until no other transaction is writing to the memory that keeps this kind, and keeps others waiting until the
     * end of this one. For what is counted from what is there, such as the numbers of devices.
     */
    public void lineUp(ResourceType type, Owner owner) {
        versions.step(type, owner);
    }

    /**
     * A new resource.
     *
     * @param id fresh, from the sequence of client ids
     * @param key unique among the living of this kind and owner; a duplicate fails the transaction as a conflict, which
     *     repeats the request, whose validation then sees the other one
     */
    public Document create(
            ResourceType type,
            long id,
            Owner owner,
            @Nullable String key,
            Map<String, ? extends @Nullable Object> fields) {
        type.requireDeclared(fields.keySet());
        Document document = new Document(type, id, owner, key, 0, JsonDocuments.normal(new LinkedHashMap<>(fields)));
        versions.step(type, owner);
        jdbc.sql("""
            INSERT INTO ops.resource (kind, id, organizer, event, parent, key, version, document)
            VALUES (:kind, :id, :organizer, :event, :parent, :key, 0, :document::jsonb)
            """)
                .param("kind", type.kind())
                .param("id", id)
                .param("organizer", owner.organizer().value())
                .param("event", owner.event() == null ? null : owner.event().value())
                .param("parent", owner.parent())
                .param("key", key)
                .param("document", JsonDocuments.text(document.fields()))
                .update();
        append(document, document.version(), AfterImage.of(null, document));
        return document;
    }

    /**
     * One of many new resources.
     *
     * @param key as for {@link #create}
     */
    public record NewResource(long id, @Nullable String key, Map<String, @Nullable Object> fields) {}

    /** Many new resources of one owner, each with an event of its own; one statement. */
    public List<Document> createAll(ResourceType type, Owner owner, List<NewResource> resources) {
        List<Document> documents = new ArrayList<>();
        for (NewResource resource : resources) {
            type.requireDeclared(resource.fields().keySet());
            documents.add(new Document(
                    type, resource.id(), owner, resource.key(), 0, JsonDocuments.normal(resource.fields())));
        }
        if (documents.isEmpty()) {
            return documents;
        }
        versions.step(type, owner);
        jdbc.sql("""
            INSERT INTO ops.resource (kind, id, organizer, event, parent, key, version, document)
            SELECT :kind, id, :organizer, :event, :parent, key, 0, document::jsonb
            FROM unnest(:ids::bigint[], :keys::text[], :documents::text[]) AS fresh (id, key, document)
            """)
                .param("kind", type.kind())
                .param("organizer", owner.organizer().value())
                .param("event", owner.event() == null ? null : owner.event().value())
                .param("parent", owner.parent(), Types.BIGINT)
                .param("ids", documents.stream().map(Document::id).toArray(Long[]::new))
                .param("keys", documents.stream().map(Document::key).toArray(String[]::new))
                .param(
                        "documents",
                        documents.stream()
                                .map(document -> JsonDocuments.text(document.fields()))
                                .toArray(String[]::new))
                .update();
        documents.forEach(document -> append(document, document.version(), AfterImage.of(null, document)));
        return documents;
    }

    /** Changes some fields and leaves the others. Changing nothing writes nothing. */
    public Document change(Document before, Map<String, ? extends @Nullable Object> changes) {
        return change(before, before.key(), changes);
    }

    /** Changes some fields and the name in addresses. */
    public Document change(Document before, @Nullable String key, Map<String, ? extends @Nullable Object> changes) {
        return change(before, key, changes, true);
    }

    /** Changes some fields by the server's own doing: clients that ask for what changed do not hear of it. */
    public Document changeUndated(Document before, Map<String, ? extends @Nullable Object> changes) {
        return change(before, before.key(), changes, false);
    }

    private Document change(
            Document before, @Nullable String key, Map<String, ? extends @Nullable Object> changes, boolean dated) {
        before.type().requireDeclared(changes.keySet());
        Document after = before.with(JsonDocuments.normal(new LinkedHashMap<>(changes)), key, before.version() + 1);
        if (after.fields().equals(before.fields()) && Objects.equals(after.key(), before.key())) {
            return before;
        }
        versions.step(after.type(), after.owner());
        int rows = jdbc.sql("""
            UPDATE ops.resource
            SET document = :document::jsonb, key = :key, version = :version,
                changed_at = CASE WHEN :dated THEN clock_timestamp() ELSE changed_at END
            WHERE kind = :kind AND id = :id AND version = :before AND NOT deleted
            """)
                .param("document", JsonDocuments.text(after.fields()))
                .param("key", key)
                .param("version", after.version())
                .param("dated", dated)
                .param("kind", after.type().kind())
                .param("id", after.id())
                .param("before", before.version())
                .update();
        requireUntouched(rows, before);
        append(after, after.version(), AfterImage.of(before, after));
        return after;
    }

    /** Deletes a resource. A row without content stays, so that its number and its stream stay taken. */
    public void delete(Document before) {
        versions.step(before.type(), before.owner());
        int rows = jdbc.sql("""
            UPDATE ops.resource
            SET deleted = true, document = '{}', key = NULL, version = version + 1,
                changed_at = clock_timestamp()
            WHERE kind = :kind AND id = :id AND version = :before AND NOT deleted
            """)
                .param("kind", before.type().kind())
                .param("id", before.id())
                .param("before", before.version())
                .update();
        requireUntouched(rows, before);
        append(
                before,
                before.version() + 1,
                new ResourceDeleted(
                        before.type().kind(),
                        before.id(),
                        before.owner().event() == null
                                ? null
                                : before.owner().event().value()));
    }

    private void append(Document document, long sequence, CatalogueEvent event) {
        events.append(
                document.type().kind(),
                document.stream(),
                sequence,
                document.owner().organizer(),
                document.owner().event(),
                event);
    }

    private static void requireUntouched(int rows, Document before) {
        if (rows == 0) {
            throw new TransactionalUnit.Collision(before.stream() + " was changed by another request");
        }
    }
}
