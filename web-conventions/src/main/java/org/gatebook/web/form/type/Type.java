package org.gatebook.web.form.type;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a field may hold. Immutable, so that a form can be a constant. Presence and null are the field's business: a
 * type sees a value that was sent and is not null. {@link Types} makes them.
 *
 * @param <T> what a value becomes
 */
public interface Type<T> {

    /**
     * Reads the bare value, without the rules that belong to a field: blanks, limits and patterns. A few actions of the
     * reference look at single values this way.
     */
    Converted<T> convert(JsonNode value, Reading reading);

    /** Reads a value with all rules. */
    default Converted<T> read(JsonNode value, Reading reading) {
        return convert(value, reading);
    }

    /** Whether this value stands for null; some types know other values for it than null itself. */
    default boolean meansNull(JsonNode value, boolean nullable) {
        return value.isNull();
    }

    /** The value of this name in a form of key and value pairs, as JSON; a missing node when it was not sent. */
    default JsonNode fromPairs(Pairs pairs, String name) {
        return pairs.text(name);
    }

    /** Whether an empty text in a form of key and value pairs stays one; otherwise it is null or not sent. */
    default boolean keepsBlank() {
        return false;
    }

    /** What this type is, for documentation. */
    TypeDescription describe();

    /** The same type with one rule more, asked once the value could be read. Texts of such rules come together. */
    default Type<T> must(Predicate<? super T> rule, String otherwise) {
        return must(value -> rule.test(value) ? null : otherwise);
    }

    /** The same type with a rule that makes its own text; null when the value keeps it. */
    default Type<T> must(Function<? super T, @Nullable String> rule) {
        return must((value, lookups) -> rule.apply(value));
    }

    /** The same type with a rule that looks things up. */
    default Type<T> must(Rule<? super T> rule) {
        return new RuledType<>(this, List.of(rule));
    }

    /** The same type whose values become something else. */
    default <U> Type<U> as(Function<? super T, ? extends U> mapping) {
        return new MappedType<>(this, mapping);
    }
}
