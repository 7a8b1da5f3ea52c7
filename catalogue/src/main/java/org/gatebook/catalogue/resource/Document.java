package org.gatebook.catalogue.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gatebook.api.catalogue.CatalogueEvent;
import org.jspecify.annotations.Nullable;

/**
 * One resource as it is stored.
 *
 * @param id its number, from the sequence of all numbers that clients see
 * @param key its name in addresses where that is not the id; unique among the living of its kind and owner
 * @param version sequence of its newest event, counted from 0
 * @param fields declared field to JSON value (text, number, boolean, list, map, null)
 */
public record Document(
        ResourceType type,
        long id,
        Owner owner,
        @Nullable String key,
        long version,
        Map<String, @Nullable Object> fields) {

    public Document {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The stream of its events. */
    public String stream() {
        return CatalogueEvent.stream(type.kind(), id);
    }

    /** The value of a field; null if it is null or was never set. */
    public @Nullable Object get(String field) {
        return fields.get(field);
    }

    /** A text. @throws IllegalStateException if the field has no value */
    public String text(String field) {
        return Objects.requireNonNull(textOrNull(field), field);
    }

    /** A text, or null. */
    public @Nullable String textOrNull(String field) {
        return (String) fields.get(field);
    }

    /** A flag; false if it was never set. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    /** A whole number. @throws IllegalStateException if the field has no value */
    public long number(String field) {
        return ((Number) Objects.requireNonNull(fields.get(field), field)).longValue();
    }

    /** A list of texts; empty if it was never set. */
    public List<String> texts(String field) {
        return fields.get(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A nested object; empty if it was never set. */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> object(String field) {
        return fields.get(field) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** The parts of this kind that are kept in this document, in the order in which they came. */
    public List<Document> parts(ResourceType part) {
        String field = Objects.requireNonNull(part.place()).field();
        List<Document> parts = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows(field)) {
            Map<String, @Nullable Object> own = new LinkedHashMap<>(row);
            long number = ((Number) Objects.requireNonNull(own.remove("id"))).longValue();
            parts.add(new Document(part, number, Owner.partOf(this), null, version, own));
        }
        return parts;
    }

    /** A list of objects; empty if it was never set. */
    @SuppressWarnings("unchecked")
    public List<Map<String, @Nullable Object>> rows(String field) {
        return fields.get(field) instanceof List<?> list ? (List<Map<String, @Nullable Object>>) list : List.of();
    }

    /** A list of numbers, as references are kept; empty if it was never set. */
    public Set<Long> numbers(String field) {
        Set<Long> numbers = new LinkedHashSet<>();
        if (fields.get(field) instanceof List<?> list) {
            list.forEach(number -> numbers.add(((Number) number).longValue()));
        }
        return numbers;
    }

    /** A whole number, or null. */
    public @Nullable Long numberOrNull(String field) {
        return fields.get(field) instanceof Number number ? number.longValue() : null;
    }

    /** The same document with these fields replaced. */
    Document with(Map<String, @Nullable Object> changes, @Nullable String newKey, long newVersion) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(fields);
        merged.putAll(changes);
        return new Document(type, id, owner, newKey, newVersion, merged);
    }
}
