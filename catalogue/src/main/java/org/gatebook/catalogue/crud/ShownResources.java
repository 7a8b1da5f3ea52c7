package org.gatebook.catalogue.crud;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.web.page.QueryParams;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Resources as their own endpoints show them, for whoever shows them inside something else. */
@Component
public final class ShownResources {

    private final ObjectProvider<CrudEndpoint> endpoints;
    private final Documents documents;

    public ShownResources(ObjectProvider<CrudEndpoint> endpoints, Documents documents) {
        this.endpoints = endpoints;
        this.documents = documents;
    }

    /**
     * Resources of an event by their numbers, those that are there; one statement, none for no numbers.
     *
     * @param kind as its endpoint declares it
     * @throws IllegalStateException if no endpoint serves this kind
     */
    public Map<Long, Map<String, @Nullable Object>> show(
            String kind, Owner owner, Collection<Long> numbers, LinkBase links) {
        Map<Long, Map<String, @Nullable Object>> shown = new LinkedHashMap<>();
        if (numbers.isEmpty()) {
            return shown;
        }
        Resource resource = endpoints.stream()
                .map(CrudEndpoint::resource)
                .filter(declared -> declared.type().kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing serves resources of the kind " + kind));
        List<Document> found = documents.list(
                resource.type(),
                ResourceSelection.of(owner)
                        .and("id = any (:numbers)", Map.of("numbers", numbers.toArray(Long[]::new))));
        List<Map<String, @Nullable Object>> answers = resource.show(found, QueryParams.parse(null), links);
        for (int i = 0; i < found.size(); i++) {
            shown.put(found.get(i).id(), answers.get(i));
        }
        return shown;
    }
}
