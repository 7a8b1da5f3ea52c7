package org.gatebook.api.personal;

import java.util.Optional;

/**
 * A personal value (name, address, answer ...) or a bearer value (ticket secret, card code, medium identifier: who knows
 * it may use it). Wherever it is stored it is ciphertext under its subject's key; in memory it is known, or erased when
 * that key was destroyed.
 *
 * <p>{@code toString} never shows the value, so that logs and error messages cannot leak it.
 *
 * @param <T> the value's type; must be written and read by Jackson without further configuration
 */
public sealed interface Personal<T> permits Personal.Known, Personal.Erased {

    /** Whose key seals the value. */
    SubjectId subject();

    /** Whether knowing the value is the right to use something; history shows such values masked. */
    boolean bearer();

    /** The value, empty after erasure. */
    Optional<T> value();

    /** A value about a person. */
    static <T> Personal<T> of(SubjectId subject, T value) {
        return new Known<>(subject, value, false);
    }

    /** A value whose knowledge is a right: a secret, a code, an identifier of a medium. */
    static <T> Personal<T> bearer(SubjectId subject, T value) {
        return new Known<>(subject, value, true);
    }

    /** A value that is there and can be read. */
    record Known<T>(SubjectId subject, T known, boolean bearer) implements Personal<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(known);
        }

        @Override
        public String toString() {
            return "Personal[" + subject + "]";
        }
    }

    /** What is left of a value when its subject was erased. */
    record Erased<T>(SubjectId subject, boolean bearer) implements Personal<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }
}
