package org.gatebook.catalogue.event;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.crud.ResourceWriter;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.form.type.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells everybody in an event what is gone, and takes references to it out of resources: each of them changes as if a
 * client had done it. To be called from a resource's own {@code afterDelete}.
 */
@Component
public final class Referrers {

    private final EventReferences references;
    private final ResourceWriter writer;
    private final ObjectProvider<Referrer> referrers;

    Referrers(EventReferences references, ResourceWriter writer, ObjectProvider<Referrer> referrers) {
        this.references = references;
        this.writer = writer;
        this.referrers = referrers;
    }

    /** Something is gone that may be referred to. */
    public void gone(Relation<Long, Document> kind, Document gone) {
        referrers.orderedStream().forEach(referrer -> referrer.letGo(kind, gone, this));
    }

    /** Lists that name what is gone are shorter afterwards. */
    public void unlist(Resource resource, String field, long gone, Owner event) {
        for (Document listing : references.listing(resource.type(), event, field, gone)) {
            List<Long> rest = listing.numbers(field).stream()
                    .filter(number -> number != gone)
                    .toList();
            writer.follow(resource, listing, Map.of(field, rest));
        }
    }

    /** Fields that name what is gone name nothing afterwards. */
    public void unset(Resource resource, String field, Document gone) {
        for (Document referring : references.referring(resource.type(), gone.owner(), field, gone.id())) {
            writer.follow(resource, referring, Collections.singletonMap(field, null));
        }
    }

    /**
     * Resources that name what is gone are gone as well, as if a client had deleted them. They are looked for one by one:
     * what goes with the first may have been the second.
     */
    public void drop(Resource resource, String field, Document gone) {
        List<Document> left = references.referring(resource.type(), gone.owner(), field, gone.id());
        while (!left.isEmpty()) {
            writer.delete(resource, left.getFirst());
            left = references.referring(resource.type(), gone.owner(), field, gone.id());
        }
    }

    /**
     * Parts that name what is gone are gone as well.
     *
     * @param resource the whole
     */
    public void dropParts(Resource resource, String parts, String field, Document gone) {
        for (Document whole : references.all(resource.type(), gone.owner())) {
            List<Map<String, @Nullable Object>> rest = whole.rows(parts).stream()
                    .filter(row -> !Objects.equals(number(row.get(field)), gone.id()))
                    .toList();
            writer.follow(resource, whole, Map.of(parts, rest));
        }
    }

    private static @Nullable Long number(@Nullable Object stored) {
        return stored instanceof Number number ? number.longValue() : null;
    }
}
