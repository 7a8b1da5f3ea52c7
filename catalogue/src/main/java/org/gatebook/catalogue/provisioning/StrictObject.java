package org.gatebook.catalogue.provisioning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * An object of the file that accounts for each of its keys: whatever was not asked for by {@link #done} is a problem, so
 * that a misspelt permission never goes unnoticed. Reads on after a problem, to report them all at once.
 */
final class StrictObject {

    private final JsonNode node;
    private final String path;
    private final List<String> problems;
    private final Set<String> asked = new HashSet<>();

    StrictObject(JsonNode node, String path, List<String> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (!node.isObject()) {
            problems.add((path.isEmpty() ? "the file" : path) + ": must be an object");
        }
    }

    String path() {
        return path;
    }

    /** Where a member of this object stands. */
    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** A text that must be there. */
    String text(String name) {
        JsonNode value = member(name);
        if (value.isString() && !value.stringValue().isEmpty()) {
            return value.stringValue();
        }
        problems.add(at(name) + (value.isMissingNode() ? ": is missing" : ": must be a text"));
        return "";
    }

    /** A flag that may be left out. */
    boolean flag(String name, boolean otherwise) {
        JsonNode value = member(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            problems.add(at(name) + ": must be true or false");
            return otherwise;
        }
        return value.booleanValue();
    }

    /** A list of texts that may be left out. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        entries(name, (entry, where) -> {
            if (entry.isString()) {
                texts.add(entry.stringValue());
            } else {
                problems.add(where + ": must be a text");
            }
        });
        return texts;
    }

    /** A list of objects that may be left out. */
    <T> List<T> objects(String name, Function<StrictObject, T> reader) {
        List<T> objects = new ArrayList<>();
        entries(name, (entry, where) -> {
            StrictObject object = new StrictObject(entry, where, problems);
            objects.add(reader.apply(object));
            object.done();
        });
        return objects;
    }

    /** The members of an object that may be left out. */
    Set<Map.Entry<String, JsonNode>> members(String name) {
        JsonNode value = member(name);
        if (!value.isMissingNode() && !value.isObject()) {
            problems.add(at(name) + ": must be an object");
        }
        return value.isObject() ? value.properties() : Set.of();
    }

    /** Complains about every key that nobody asked for. */
    void done() {
        node.propertyNames().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> problems.add(at(name) + ": unknown key"));
    }

    private void entries(String name, Entry reader) {
        JsonNode value = member(name);
        if (value.isMissingNode()) {
            return;
        }
        if (!value.isArray()) {
            problems.add(at(name) + ": must be a list");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            reader.read(value.get(i), at(name) + "[" + i + "]");
        }
    }

    private JsonNode member(String name) {
        asked.add(name);
        return node.path(name);
    }

    @FunctionalInterface
    private interface Entry {
        void read(JsonNode value, String path);
    }
}
