package org.gatebook.catalogue.crud;

import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;

/**
 * What answers show of resources although their documents do not hold it: numbers that are counted elsewhere, objects
 * that are referred to. Asked once for all resources of an answer, and only if the client wants to see any of it.
 */
@FunctionalInterface
public interface Gathered {

    /** The values of each resource by its number, each by the key of the answer; what is left out is null. */
    Map<Long, Map<String, @Nullable Object>> of(List<Document> resources, LinkBase links);
}
