package org.gatebook.web.form.type;

import java.util.function.Function;
import org.gatebook.web.error.FieldErrors;

/** What became of a value that a client sent. */
public sealed interface Converted<T> {

    /** It could be read. */
    record Good<T>(T value) implements Converted<T> {}

    /** It could not, and this is said about it. */
    record Faulty<T>(FieldErrors errors) implements Converted<T> {}

    /** A value that could be read. */
    static <T> Converted<T> good(T value) {
        return new Good<>(value);
    }

    /** A value that could not, with one text. */
    static <T> Converted<T> faulty(String text) {
        return new Faulty<>(FieldErrors.texts(text));
    }

    /** A value that could not. */
    static <T> Converted<T> faulty(FieldErrors errors) {
        return new Faulty<>(errors);
    }

    /** Goes on with a value that could be read. */
    default <U> Converted<U> then(Function<? super T, Converted<U>> next) {
        return switch (this) {
            case Good<T> good -> next.apply(good.value());
            case Faulty<T> faulty -> faulty(faulty.errors());
        };
    }
}
