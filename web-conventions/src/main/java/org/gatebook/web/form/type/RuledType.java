package org.gatebook.web.form.type;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.web.error.FieldErrors;
import tools.jackson.databind.JsonNode;

/** A type with rules beyond its own. */
final class RuledType<T> extends OuterType<T, T> {

    private final List<Rule<? super T>> rules;

    RuledType(Type<T> inner, List<Rule<? super T>> rules) {
        super(inner);
        this.rules = rules;
    }

    @Override
    public Type<T> must(Rule<? super T> rule) {
        List<Rule<? super T>> more = new ArrayList<>(rules);
        more.add(rule);
        return new RuledType<>(inner(), more);
    }

    @Override
    public Converted<T> convert(JsonNode value, Reading reading) {
        return inner().convert(value, reading);
    }

    @Override
    public Converted<T> read(JsonNode value, Reading reading) {
        return inner().read(value, reading).then(good -> ruled(good, reading.lookups()));
    }

    private Converted<T> ruled(T value, Lookups lookups) {
        List<String> texts = new ArrayList<>();
        for (Rule<? super T> rule : rules) {
            String text = rule.broken(value, lookups);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? Converted.good(value) : Converted.faulty(new FieldErrors.Texts(texts));
    }
}
