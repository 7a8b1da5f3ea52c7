package org.gatebook.catalogue.offer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.ResourceType;

/**
 * What some kinds of resources become in the snapshot of their event. Each resource declares its own as a bean, beside its
 * form; the kinds must be kept by {@link org.gatebook.catalogue.resource.KeptBy#EVENT}, since only their writes make nodes
 * load the snapshot again.
 *
 * @param <T> a record of {@code org.gatebook.api.offer}
 * @param offered its class, by which the snapshot finds it
 * @param kinds whose documents it is made of
 * @param reading makes the records, by number; must not ask the snapshot, which is being made
 */
public record OfferPart<T>(Class<T> offered, Set<ResourceType> kinds, Function<OfferDocuments, Map<Long, T>> reading) {

    public OfferPart {
        kinds = Set.copyOf(kinds);
    }

    /** One record for each document of a kind. */
    public static <T> OfferPart<T> ofEach(Class<T> offered, ResourceType kind, Function<Document, T> reading) {
        return new OfferPart<>(offered, Set.of(kind), documents -> {
            Map<Long, T> records = new LinkedHashMap<>();
            documents.of(kind).forEach(document -> records.put(document.id(), reading.apply(document)));
            return records;
        });
    }
}
