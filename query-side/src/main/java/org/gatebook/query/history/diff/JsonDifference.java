package org.gatebook.query.history.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares two JSON values field by field. Elements of a list are the same one if they have the same number, or what else
 * names things of their kind: a position that is taken out does not make all others behind it different. Lists without such
 * names are compared as a whole.
 */
final class JsonDifference {

    /** Members that name elements of the API's lists, the more certain first. */
    private static final List<String> NAMES = List.of("id", "local_id", "question", "output", "number");

    private static final Pattern SHORTHAND = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final List<FieldChange> changes = new ArrayList<>();

    private JsonDifference() {}

    /** What is different, in the order of the fields; nothing if the values are equal. */
    static List<FieldChange> between(JsonNode before, JsonNode after) {
        JsonDifference difference = new JsonDifference();
        difference.compare("$", before, after);
        return List.copyOf(difference.changes);
    }

    private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null && after != null && before.isObject() && after.isObject()) {
            members(path, before, after);
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            elements(path, before, after);
        } else {
            changes.add(new FieldChange(path, before, after));
        }
    }

    private void members(String path, JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>(after.propertyNames());
        names.addAll(before.propertyNames());
        for (String name : names) {
            compare(path + member(name), before.get(name), after.get(name));
        }
    }

    private static String member(String name) {
        return SHORTHAND.matcher(name).matches()
                ? "." + name
                : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }

    private void elements(String path, JsonNode before, JsonNode after) {
        Optional<String> name = NAMES.stream()
                .filter(candidate -> names(before, candidate) && names(after, candidate))
                .findFirst();
        Map<JsonNode, JsonNode> old = name.map(n -> byName(before, n)).orElseGet(Map::of);
        Map<JsonNode, JsonNode> fresh = name.map(n -> byName(after, n)).orElseGet(Map::of);
        if (name.isEmpty() || !inSameOrder(old.keySet(), fresh.keySet())) {
            changes.add(new FieldChange(path, before, after));
            return;
        }
        Set<JsonNode> all = new LinkedHashSet<>(fresh.keySet());
        all.addAll(old.keySet());
        for (JsonNode key : all) {
            compare(path + "[?@." + name.get() + "==" + key + "]", old.get(key), fresh.get(key));
        }
    }

    /** Whether every element is named by this member, and no two alike. */
    private static boolean names(JsonNode list, String name) {
        return list.valueStream()
                        .allMatch(element -> element.path(name).isValueNode()
                                && !element.path(name).isNull())
                && byName(list, name).size() == list.size();
    }

    private static Map<JsonNode, JsonNode> byName(JsonNode list, String name) {
        Map<JsonNode, JsonNode> elements = new LinkedHashMap<>();
        list.forEach(element -> elements.put(element.path(name), element));
        return elements;
    }

    private static boolean inSameOrder(Set<JsonNode> old, Set<JsonNode> fresh) {
        return old.stream()
                .filter(fresh::contains)
                .toList()
                .equals(fresh.stream().filter(old::contains).toList());
    }
}
