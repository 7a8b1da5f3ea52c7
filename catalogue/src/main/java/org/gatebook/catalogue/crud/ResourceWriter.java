package org.gatebook.catalogue.crud;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads bodies by a resource's form, runs its hooks and writes. Requests and provisioning go through it alike.
 *
 * <p>Every method ends with {@link org.gatebook.web.error.Rejected} when the body or a hook says no.
 */
@Component
public final class ResourceWriter {

    private final Catalogue catalogue;
    private final StoredParts parts;
    private final ClientIds ids;

    public ResourceWriter(Catalogue catalogue, StoredParts parts, ClientIds ids) {
        this.catalogue = catalogue;
        this.parts = parts;
        this.ids = ids;
    }

    /**
     * A resource as it was written.
     *
     * @param revealed what only the answer to this write shows, for example the text of a new token
     */
    public record Written(Document document, Map<String, String> revealed) {}

    /** A new resource with this fresh number. */
    public Written create(Resource resource, Owner owner, RequestBody body, long id, Instant now) {
        Parsed input = resource.form().create(body, resource.lookups(owner));
        Map<String, @Nullable Object> values = fresh(resource, input);
        resource.parts()
                .forEach((field, part) -> values.put(field.name(), rows(part, input.find(field), owner, id, now)));
        Change change = new Change(resource, null, owner, id, now, input, false, values);
        resource.prepare(change);
        Document written = resource.whole() == null
                ? catalogue.create(resource.type(), id, change.owner(), change.key(), change.values())
                : parts.add(resource, change.owner(), id, change.values());
        resource.written(null, written);
        return new Written(written, change.revealed());
    }

    /** A changed resource. */
    public Written change(Resource resource, Document before, Mode mode, RequestBody body, Instant now) {
        Parsed input = switch (mode) {
            case CREATE -> throw new IllegalArgumentException("a change is no creation");
            case REPLACE -> resource.form().replace(body, resource.lookups(before.owner()));
            case CHANGE -> resource.form().change(body, resource.lookups(before.owner()));
        };
        Change change =
                new Change(resource, before, before.owner(), before.id(), now, input, false, sent(resource, input));
        resource.prepare(change);
        return new Written(write(resource, before, change.key(), change.values()), change.revealed());
    }

    /** A resource that changes because another one did; nobody has sent anything. */
    public Document follow(Resource resource, Document before, Map<String, ? extends @Nullable Object> changes) {
        return write(resource, before, before.key(), changes);
    }

    /** Deletes a resource. */
    public void delete(Resource resource, Document before) {
        resource.deleting(before);
        if (resource.whole() == null) {
            catalogue.delete(before);
        } else {
            parts.remove(resource, before);
        }
        resource.deleted(before);
    }

    private Document write(
            Resource resource, Document before, @Nullable String key, Map<String, ? extends @Nullable Object> changes) {
        Document after = resource.whole() == null
                ? catalogue.change(before, key, changes)
                : parts.change(resource, before, changes);
        resource.written(before, after);
        return after;
    }

    /** The parts that came with their whole, as they will be kept in it. */
    private List<Map<String, @Nullable Object>> rows(
            Resource part, @Nullable List<Parsed> sent, Owner owner, long whole, Instant now) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (sent == null || sent.isEmpty()) {
            return rows;
        }
        Owner place = new Owner(owner.organizer(), owner.event(), whole);
        Iterator<Long> numbers = ids.next(sent.size()).iterator();
        for (Parsed row : sent) {
            Change change = new Change(part, null, place, numbers.next(), now, row, true, fresh(part, row));
            part.prepare(change);
            rows.add(StoredParts.row(change.id(), change.values()));
        }
        return rows;
    }

    private static Map<String, @Nullable Object> fresh(Resource resource, Parsed input) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        resource.type().fields().keySet().forEach(name -> values.put(name, null));
        values.putAll(sent(resource, input));
        return values;
    }

    private static Map<String, @Nullable Object> sent(Resource resource, Parsed input) {
        Set<String> changes = input.changes();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field<?> field : resource.stored()) {
            if (changes.contains(field.name())) {
                values.put(field.name(), Stored.of(input.find(field)));
            }
        }
        return values;
    }
}
