package org.gatebook.web.form;

import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.FieldDescription;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.form.type.Pairs;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A named value in the body of a request, and at the same time the key under which {@link Parsed} hands it out.
 * Immutable; fields are the same only if they are the same object or copies of it, so keep them as constants.
 *
 * @param <T> what the value becomes
 */
public final class Field<T> {

    private static final String REQUIRED = "This field is required.";
    private static final String NULL = "This field may not be null.";

    private final String name;
    private final Type<T> type;
    private final boolean required;
    private final boolean nullable;
    private final boolean readOnly;
    private final boolean writeOnce;
    private final @Nullable T fallback;
    private final @Nullable String formerName;
    private final @Nullable String text;

    private Field(
            String name,
            Type<T> type,
            boolean required,
            boolean nullable,
            boolean readOnly,
            boolean writeOnce,
            @Nullable T fallback,
            @Nullable String formerName,
            @Nullable String text) {
        this.name = name;
        this.type = type;
        this.required = required;
        this.nullable = nullable;
        this.readOnly = readOnly;
        this.writeOnce = writeOnce;
        this.fallback = fallback;
        this.formerName = formerName;
        this.text = text;
    }

    /** A field that POST and PUT need. */
    public static <T> Field<T> required(String name, Type<T> type) {
        return new Field<>(name, type, true, false, false, false, null, null, null);
    }

    /** A field that may be left out. */
    public static <T> Field<T> optional(String name, Type<T> type) {
        return new Field<>(name, type, false, false, false, false, null, null, null);
    }

    /** A field that is shown and never read; sent values are ignored. */
    public static <T> Field<T> readOnly(String name, Type<T> type) {
        return new Field<>(name, type, false, true, true, false, null, null, null);
    }

    /** The same field, where null is a value. */
    public Field<T> nullable() {
        return new Field<>(name, type, required, true, readOnly, writeOnce, fallback, formerName, text);
    }

    /** The same field, checked in later changes and then ignored by {@link Parsed#changes()}. */
    public Field<T> writeOnce() {
        return new Field<>(name, type, required, nullable, readOnly, true, fallback, formerName, text);
    }

    /** The same field with a value for when POST leaves it out. PUT and PATCH keep what there is. */
    public Field<T> orElse(T value) {
        return new Field<>(name, type, required, nullable, readOnly, writeOnce, value, formerName, text);
    }

    /** The same field, which old clients send under another name; used only when this one is absent. */
    public Field<T> formerly(String otherName) {
        return new Field<>(name, type, required, nullable, readOnly, writeOnce, fallback, otherName, text);
    }

    /** The same field with what it means, for the description of the API. */
    public Field<T> meaning(String words) {
        return new Field<>(name, type, required, nullable, readOnly, writeOnce, fallback, formerName, words);
    }

    /** The name in the body. */
    public String name() {
        return name;
    }

    /** What it may hold. */
    public Type<T> type() {
        return type;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    boolean isWriteOnce() {
        return writeOnce;
    }

    boolean isNullable() {
        return nullable;
    }

    boolean isRequired() {
        return required;
    }

    /** What became of a field in one body. */
    sealed interface Outcome<T> {

        /** There is a value, perhaps null. */
        record Present<T>(@Nullable T value) implements Outcome<T> {}

        /** It was left out and nothing fills in. */
        record Absent<T>() implements Outcome<T> {}

        /** Something is wrong with it. */
        record Faulty<T>(FieldErrors errors) implements Outcome<T> {}
    }

    /** The value as sent, under whichever name; a missing node when there is none. */
    JsonNode in(JsonNode object) {
        JsonNode value = object.path(name);
        return value.isMissingNode() && formerName != null ? object.path(formerName) : value;
    }

    /** The same for pairs of keys and values. */
    JsonNode in(Pairs pairs) {
        JsonNode value = type.fromPairs(pairs, name);
        return formerName != null
                        && !pairs.values().containsKey(name)
                        && pairs.values().containsKey(formerName)
                ? type.fromPairs(pairs, formerName)
                : value;
    }

    Outcome<T> read(JsonNode value, Reading reading) {
        if (value.isMissingNode()) {
            return absent(reading.mode());
        }
        if (type.meansNull(value, nullable)) {
            return nullable ? new Outcome.Present<>(null) : new Outcome.Faulty<>(FieldErrors.texts(NULL));
        }
        return switch (type.read(value, reading)) {
            case Converted.Good<T> good -> new Outcome.Present<>(good.value());
            case Converted.Faulty<T> faulty -> new Outcome.Faulty<>(faulty.errors());
        };
    }

    FieldDescription describe() {
        return new FieldDescription(name, type.describe(), required, nullable, readOnly, writeOnce, text);
    }

    private Outcome<T> absent(Mode mode) {
        if (mode == Mode.CHANGE) {
            return new Outcome.Absent<>();
        }
        if (required) {
            return new Outcome.Faulty<>(FieldErrors.texts(REQUIRED));
        }
        return mode == Mode.CREATE && fallback != null ? new Outcome.Present<>(fallback) : new Outcome.Absent<>();
    }

    @Override
    public String toString() {
        return name;
    }
}
