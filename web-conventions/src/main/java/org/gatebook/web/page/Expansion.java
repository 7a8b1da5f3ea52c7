package org.gatebook.web.page;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which references a client wants to see as whole objects: {@code expand}, which may come several times. Names that an
 * endpoint does not offer are ignored; a part of a reference is expanded only together with it.
 *
 * @param names what is expanded, dotted where it lies inside another one
 */
public record Expansion(Set<String> names) {

    public Expansion {
        names = Set.copyOf(names);
    }

    /** Nothing is expanded. */
    public static Expansion none() {
        return new Expansion(Set.of());
    }

    /** Reads {@code expand} for an endpoint that offers these. */
    public static Expansion of(QueryParams params, String... offered) {
        List<String> known = Arrays.asList(offered);
        Set<String> names = new LinkedHashSet<>();
        for (String name : params.all("expand")) {
            if (known.contains(name)) {
                names.add(name);
            }
        }
        Set<String> asked = Set.copyOf(names);
        names.removeIf(name -> name.contains(".")
                && known.contains(name.substring(0, name.lastIndexOf('.')))
                && !asked.contains(name.substring(0, name.lastIndexOf('.'))));
        return new Expansion(names);
    }

    /** Whether this reference is to be shown whole. */
    public boolean has(String name) {
        return names.contains(name);
    }
}
