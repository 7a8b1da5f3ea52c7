package org.gatebook.catalogue.crud;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
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

    public ResourceWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
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
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        resource.type().fields().keySet().forEach(name -> values.put(name, null));
        values.putAll(sent(resource, input));
        Change change = new Change(resource, null, owner, id, now, input, values);
        resource.prepare(change);
        Document written = catalogue.create(resource.type(), id, change.owner(), change.key(), change.values());
        resource.written(written);
        return new Written(written, change.revealed());
    }

    /** A changed resource. */
    public Written change(Resource resource, Document before, Mode mode, RequestBody body, Instant now) {
        Parsed input = switch (mode) {
            case CREATE -> throw new IllegalArgumentException("a change is no creation");
            case REPLACE -> resource.form().replace(body, resource.lookups(before.owner()));
            case CHANGE -> resource.form().change(body, resource.lookups(before.owner()));
        };
        Change change = new Change(resource, before, before.owner(), before.id(), now, input, sent(resource, input));
        resource.prepare(change);
        Document written = catalogue.change(before, change.key(), change.values());
        resource.written(written);
        return new Written(written, change.revealed());
    }

    /** Deletes a resource. */
    public void delete(Resource resource, Document before) {
        resource.deleting(before);
        catalogue.delete(before);
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
