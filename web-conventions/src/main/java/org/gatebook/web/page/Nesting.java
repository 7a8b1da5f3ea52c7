package org.gatebook.web.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of a resource hold resources of their own (or lists of them), so that a dotted path may lead into them.
 * Keys that hold other JSON are one piece. Immutable.
 */
public final class Nesting {

    private static final Nesting NONE = new Nesting(Map.of());

    private final Map<String, Nesting> resources;

    private Nesting(Map<String, Nesting> resources) {
        this.resources = resources;
    }

    /** A resource in which no key holds a resource. */
    public static Nesting none() {
        return NONE;
    }

    /** The same with a key that holds a plain resource. */
    public Nesting and(String key) {
        return and(key, NONE);
    }

    /** The same with a key that holds a resource with such keys. */
    public Nesting and(String key, Nesting inside) {
        Map<String, Nesting> more = new LinkedHashMap<>(resources);
        more.put(key, inside);
        return new Nesting(Collections.unmodifiableMap(more));
    }

    /** What is nested under this key; null when it holds no resource. */
    @Nullable
    Nesting under(String key) {
        return resources.get(key);
    }
}
