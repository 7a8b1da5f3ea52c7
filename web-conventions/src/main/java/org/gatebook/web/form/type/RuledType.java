package org.gatebook.web.form.type;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gatebook.web.error.FieldErrors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A type with rules beyond its own. */
final class RuledType<T> extends OuterType<T, T> {

    private final List<Function<? super T, @Nullable String>> rules;

    RuledType(Type<T> inner, List<Function<? super T, @Nullable String>> rules) {
        super(inner);
        this.rules = rules;
    }

    @Override
    public Type<T> must(Function<? super T, @Nullable String> rule) {
        List<Function<? super T, @Nullable String>> more = new ArrayList<>(rules);
        more.add(rule);
        return new RuledType<>(inner(), more);
    }

    @Override
    public Converted<T> convert(JsonNode value, Reading reading) {
        return inner().convert(value, reading);
    }

    @Override
    public Converted<T> read(JsonNode value, Reading reading) {
        return inner().read(value, reading).then(this::ruled);
    }

    private Converted<T> ruled(T value) {
        List<String> texts = new ArrayList<>();
        for (Function<? super T, @Nullable String> rule : rules) {
            String text = rule.apply(value);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? Converted.good(value) : Converted.faulty(new FieldErrors.Texts(texts));
    }
}
