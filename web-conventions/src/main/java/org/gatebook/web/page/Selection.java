package org.gatebook.web.page;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which keys of a resource a client wants to see: {@code exclude} takes keys away, {@code include} keeps only those
 * named. Both may come several times and lead into nested resources by dots; names nobody knows are ignored.
 */
public final class Selection {

    private final List<String> excluded;
    private final List<String> included;

    private Selection(List<String> excluded, List<String> included) {
        this.excluded = excluded;
        this.included = included;
    }

    /** Reads {@code include} and {@code exclude}. */
    public static Selection of(QueryParams params) {
        return new Selection(params.all("exclude"), params.all("include"));
    }

    /** From values that were read elsewhere. */
    public static Selection of(List<String> included, List<String> excluded) {
        return new Selection(List.copyOf(excluded), List.copyOf(included));
    }

    /** Whether everything is wanted. */
    public boolean isEverything() {
        return excluded.isEmpty() && included.isEmpty();
    }

    /**
     * Whether a key at the top of the resource may be seen at all; tells a renderer what it need not make. A key of
     * which only a part was excluded is wanted.
     */
    public boolean wants(String key) {
        if (excluded.contains(key)) {
            return false;
        }
        return included.isEmpty() || included.stream().anyMatch(path -> path.equals(key) || path.startsWith(key + "."));
    }

    /** Takes from a resource what is not wanted. Changes and returns it. */
    public ObjectNode apply(ObjectNode resource, Nesting nesting) {
        for (String path : excluded) {
            exclude(resource, path, nesting);
        }
        if (!included.isEmpty()) {
            include(resource, new LinkedHashSet<>(included), nesting);
        }
        return resource;
    }

    private static void exclude(JsonNode resource, String path, Nesting nesting) {
        if (resource.isArray()) {
            resource.forEach(entry -> exclude(entry, path, nesting));
        } else if (resource instanceof ObjectNode object) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                object.remove(path);
                return;
            }
            String key = path.substring(0, dot);
            Nesting inside = nesting.under(key);
            if (inside != null) {
                exclude(object.path(key), path.substring(dot + 1), inside);
            }
        }
    }

    private static void include(JsonNode resource, Set<String> wanted, Nesting nesting) {
        if (resource.isArray()) {
            resource.forEach(entry -> include(entry, wanted, nesting));
        } else if (resource instanceof ObjectNode object) {
            Iterator<String> keys = List.copyOf(object.propertyNames()).iterator();
            while (keys.hasNext()) {
                String key = keys.next();
                if (!wanted.contains(key)) {
                    Nesting inside = nesting.under(key);
                    Set<String> parts = inside == null ? Set.of() : inside(key, wanted);
                    if (inside == null || parts.isEmpty()) {
                        object.remove(key);
                    } else {
                        include(object.path(key), parts, inside);
                        if (isBare(object.path(key))) {
                            object.remove(key);
                        }
                    }
                }
            }
        }
    }

    /** Nothing of what was asked for exists inside, so the reference drops the key; an empty list tells nothing. */
    private static boolean isBare(JsonNode resource) {
        if (resource.isArray()) {
            return !resource.isEmpty() && resource.valueStream().allMatch(Selection::isBare);
        }
        return resource.isObject() && resource.isEmpty();
    }

    private static Set<String> inside(String key, Set<String> wanted) {
        Set<String> parts = new LinkedHashSet<>();
        for (String path : wanted) {
            if (path.startsWith(key + ".")) {
                parts.add(path.substring(key.length() + 1));
            }
        }
        return parts;
    }
}
