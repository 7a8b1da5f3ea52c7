package org.gatebook.web.form.type;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A type whose values become something else. */
final class MappedType<T, U> extends OuterType<T, U> {

    private final Function<? super T, ? extends U> mapping;

    MappedType(Type<T> inner, Function<? super T, ? extends U> mapping) {
        super(inner);
        this.mapping = mapping;
    }

    @Override
    public Converted<U> convert(JsonNode value, Reading reading) {
        return inner().convert(value, reading).then(this::mapped);
    }

    @Override
    public Converted<U> read(JsonNode value, Reading reading) {
        return inner().read(value, reading).then(this::mapped);
    }

    private Converted<U> mapped(T value) {
        return Converted.good(mapping.apply(value));
    }
}
