package org.gatebook.web.form;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.gatebook.web.form.type.Mode;
import org.jspecify.annotations.Nullable;

/** The typed values of a body. A field is present, present and null, or absent. Immutable. */
public final class Parsed {

    private final Map<String, @Nullable Object> values;
    private final Set<String> sent;
    private final Set<String> fixed;
    private final Mode mode;

    Parsed(Map<String, @Nullable Object> values, Set<String> sent, Set<String> fixed, Mode mode) {
        this.values = new LinkedHashMap<>(values);
        this.sent = new LinkedHashSet<>(sent);
        this.fixed = fixed;
        this.mode = mode;
    }

    /** What the body was for. */
    public Mode mode() {
        return mode;
    }

    /** Whether there is a value, null included: sent by the client or filled in. */
    public boolean has(Field<?> field) {
        return values.containsKey(field.name());
    }

    /** Whether the client sent it. */
    public boolean wasSent(Field<?> field) {
        return sent.contains(field.name());
    }

    /**
     * The value.
     *
     * @throws NoSuchElementException when it is absent or null: ask only for what is required or has been checked
     */
    public <T> T get(Field<T> field) {
        T value = find(field);
        if (value == null) {
            throw new NoSuchElementException("no value for " + field);
        }
        return value;
    }

    /** The value; null when it is absent or null. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T find(Field<T> field) {
        return (T) values.get(field.name());
    }

    /** The value; the other one when it is absent or null. */
    public <T> T get(Field<T> field, T otherwise) {
        T value = find(field);
        return value == null ? otherwise : value;
    }

    /** The value; what there is already when it is absent. For PUT and PATCH of a field that may be null. */
    public <T> @Nullable T orKeep(Field<T> field, @Nullable T present) {
        return has(field) ? find(field) : present;
    }

    /** The names of the fields that are to be written: those with a value, without those that may be written once. */
    public Set<String> changes() {
        Set<String> changes = new LinkedHashSet<>(values.keySet());
        if (mode != Mode.CREATE) {
            changes.removeAll(fixed);
        }
        return changes;
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
