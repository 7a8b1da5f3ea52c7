package org.gatebook.catalogue.crud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.page.Expansion;
import org.gatebook.web.page.QueryParams;
import org.gatebook.web.request.LinkBase;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a resource's answers, in order, and where each comes from.
 *
 * @param shown keys made of the document alone
 * @param gathered keys that come from elsewhere; each is also in {@code shown}, which keeps the order
 * @param expandable references that {@code expand} shows whole, each under its own name
 * @param excludable whether {@code exclude} takes keys away
 */
record Presentation(
        Map<String, Shown> shown,
        Map<String, Gathered> gathered,
        Map<String, Gathered> expandable,
        boolean excludable) {

    /** The resources as somebody sees them who asks for them in this way. */
    List<Map<String, @Nullable Object>> of(List<Document> resources, QueryParams asked, LinkBase links) {
        Set<String> excluded = excludable ? new LinkedHashSet<>(asked.all("exclude")) : Set.of();
        Map<String, Gathered> elsewhere = elsewhere(excluded, asked);
        Map<Gathered, Map<Long, Map<String, @Nullable Object>>> found = new HashMap<>();
        for (Gathered source : elsewhere.values()) {
            found.computeIfAbsent(source, wanted -> wanted.of(resources, links));
        }
        List<Map<String, @Nullable Object>> answers = new ArrayList<>();
        for (Document resource : resources) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            shown.forEach((key, how) -> {
                Gathered source = elsewhere.get(key);
                if (source != null) {
                    answer.put(
                            key,
                            found.getOrDefault(source, Map.of())
                                    .getOrDefault(resource.id(), Map.of())
                                    .get(key));
                } else if (!excluded.contains(key)) {
                    answer.put(key, how.of(resource, links));
                }
            });
            excluded.forEach(path -> excludeInside(answer, path));
            answers.add(answer);
        }
        return answers;
    }

    private Map<String, Gathered> elsewhere(Set<String> excluded, QueryParams asked) {
        Map<String, Gathered> elsewhere = new LinkedHashMap<>(gathered);
        Expansion expansion = Expansion.of(asked, expandable.keySet().toArray(String[]::new));
        expansion.names().forEach(name -> {
            Gathered whole = expandable.get(name);
            if (whole != null) {
                elsewhere.put(name, whole);
            }
        });
        elsewhere.keySet().removeAll(excluded);
        return elsewhere;
    }

    /** Takes {@code subevent.name} out of an expanded {@code subevent}. */
    private static void excludeInside(Map<String, @Nullable Object> answer, String path) {
        int dot = path.indexOf('.');
        if (dot > 0 && answer.get(path.substring(0, dot)) instanceof Map<?, ?> whole) {
            Map<Object, @Nullable Object> rest = new LinkedHashMap<>(whole);
            rest.remove(path.substring(dot + 1));
            answer.put(path.substring(0, dot), rest);
        }
    }
}
