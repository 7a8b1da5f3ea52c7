package org.gatebook.web.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a body, in the shape of that body: texts for a value, a map for an object, a list for a list of
 * objects in which an entry without fault is an empty map. Source: behaviour notes, orders 1.7 "Shape rule".
 */
public sealed interface FieldErrors {

    /** The key under which errors of a whole object stand. */
    String WHOLE_OBJECT = "non_field_errors";

    /** The texts that belong to one value. */
    record Texts(List<String> texts) implements FieldErrors {
        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public boolean isEmpty() {
            return texts.isEmpty();
        }

        @Override
        public Object toJson() {
            return texts;
        }
    }

    /** The faulty members of an object, in the order of the declaration; empty for an object without fault. */
    record Members(Map<String, FieldErrors> members) implements FieldErrors {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public boolean isEmpty() {
            return members.isEmpty();
        }

        @Override
        public Object toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            members.forEach((name, errors) -> json.put(name, errors.toJson()));
            return json;
        }
    }

    /** One entry for each entry of the list that was sent. */
    record Entries(List<FieldErrors> entries) implements FieldErrors {
        public Entries {
            entries = List.copyOf(entries);
        }

        @Override
        public boolean isEmpty() {
            return entries.stream().allMatch(FieldErrors::isEmpty);
        }

        @Override
        public Object toJson() {
            return entries.stream().map(FieldErrors::toJson).toList();
        }
    }

    /** Whether nothing is wrong. */
    boolean isEmpty();

    /** Maps, lists and strings, ready to be written as JSON. */
    Object toJson();

    /** Nothing is wrong with this object. */
    static Members none() {
        return new Members(Map.of());
    }

    /** Texts about one value. */
    static Texts texts(String... texts) {
        return new Texts(List.of(texts));
    }

    /** One text about one member of an object. */
    static Members field(String name, String text) {
        return new Members(Map.of(name, texts(text)));
    }

    /** One text about an object as a whole. */
    static Members wholeObject(String text) {
        return field(WHOLE_OBJECT, text);
    }
}
