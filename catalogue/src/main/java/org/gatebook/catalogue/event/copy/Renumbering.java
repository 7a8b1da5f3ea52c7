package org.gatebook.catalogue.event.copy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of an event's resources in its copy. Numbers stand in fields that refer to something, in parts, which have
 * numbers of their own, and, as texts, in the rules of check-in lists; everywhere else a number is only a number.
 *
 * @param numbers the new number of each old one
 */
record Renumbering(Map<Long, Long> numbers) {

    private static final Set<String> REFERENCES = Set.of(
            "id",
            "category",
            "tax_rule",
            "hidden_if_available",
            "hidden_if_item_available",
            "addon_category",
            "bundled_item",
            "bundled_variation",
            "items",
            "variations",
            "dependency_question",
            "condition_limit_products",
            "benefit_limit_products",
            "limit_products",
            "tax_rate_default");

    private static final Set<String> PARTS = Set.of("variations", "addons", "bundles", "options");
    private static final String RULES = "rules";
    private static final String LOOKUP = "lookup";

    /** The numbers of the parts in a document. */
    static List<Long> parts(Map<String, @Nullable Object> fields) {
        List<Long> numbers = new ArrayList<>();
        for (String field : PARTS) {
            if (fields.get(field) instanceof List<?> rows) {
                for (Object row : rows) {
                    if (row instanceof Map<?, ?> part && part.get("id") instanceof Number number) {
                        numbers.add(number.longValue());
                    }
                }
            }
        }
        return numbers;
    }

    /** The fields of a document as its copy has them. */
    Map<String, @Nullable Object> fields(Map<?, ?> fields) {
        Map<String, @Nullable Object> copied = new LinkedHashMap<>();
        fields.forEach((name, value) -> copied.put(String.valueOf(name), value(String.valueOf(name), value)));
        return copied;
    }

    private @Nullable Object value(String field, @Nullable Object value) {
        if (field.equals(RULES)) {
            return rule(value);
        }
        if (PARTS.contains(field) && value instanceof List<?> rows) {
            return rows.stream()
                    .map(row -> row instanceof Map<?, ?> part ? fields(part) : reference(row))
                    .toList();
        }
        return REFERENCES.contains(field) ? reference(value) : value;
    }

    private @Nullable Object reference(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::reference).toList();
        }
        return value instanceof Number number ? numbers.getOrDefault(number.longValue(), number.longValue()) : value;
    }

    /** In rules a product is looked up by its number as a text: {@code {"lookup": ["product", "12", "Ticket"]}}. */
    private @Nullable Object rule(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> copied = new ArrayList<>();
            list.forEach(entry -> copied.add(rule(entry)));
            return copied;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, @Nullable Object> copied = new LinkedHashMap<>();
        map.forEach((name, entry) -> copied.put(
                String.valueOf(name),
                LOOKUP.equals(name) && entry instanceof List<?> list ? lookup(list) : rule(entry)));
        return copied;
    }

    private List<@Nullable Object> lookup(List<?> lookup) {
        List<@Nullable Object> copied = new ArrayList<>(lookup);
        if (copied.size() > 1) {
            copied.set(1, text(copied.get(1)));
        }
        return copied;
    }

    private @Nullable Object text(@Nullable Object number) {
        for (Map.Entry<Long, Long> renumbered : numbers.entrySet()) {
            if (renumbered.getKey().toString().equals(String.valueOf(number))) {
                return renumbered.getValue().toString();
            }
        }
        return number;
    }
}
