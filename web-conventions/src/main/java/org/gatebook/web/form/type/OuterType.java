package org.gatebook.web.form.type;

import tools.jackson.databind.JsonNode;

/** A type around another one that sees the same values. */
abstract class OuterType<T, U> implements Type<U> {

    private final Type<T> inner;

    OuterType(Type<T> inner) {
        this.inner = inner;
    }

    final Type<T> inner() {
        return inner;
    }

    @Override
    public final boolean meansNull(JsonNode value, boolean nullable) {
        return inner.meansNull(value, nullable);
    }

    @Override
    public final JsonNode fromPairs(Pairs pairs, String name) {
        return inner.fromPairs(pairs, name);
    }

    @Override
    public final boolean keepsBlank() {
        return inner.keepsBlank();
    }

    @Override
    public final TypeDescription describe() {
        return inner.describe();
    }
}
