package org.gatebook.web.form.kind;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Entries;
import org.gatebook.web.form.type.Pairs;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import tools.jackson.databind.JsonNode;

/** Any number of a fixed set of values; the first one that is none of them decides what is said. */
record ChoicesType<T>(ChoiceType<T> choice) implements Type<Set<T>> {

    @Override
    public Converted<Set<T>> convert(JsonNode value, Reading reading) {
        List<JsonNode> entries = new ArrayList<>();
        FieldErrors fault = Entries.collect(value, true, entries);
        if (fault != null) {
            return Converted.faulty(fault);
        }
        Set<T> chosen = new LinkedHashSet<>();
        for (JsonNode entry : entries) {
            switch (choice.convert(entry, reading)) {
                case Converted.Good<T> good -> chosen.add(good.value());
                case Converted.Faulty<T> faulty -> {
                    return Converted.faulty(faulty.errors());
                }
            }
        }
        return Converted.good(chosen);
    }

    @Override
    public JsonNode fromPairs(Pairs pairs, String name) {
        return pairs.texts(name);
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.arrayOf(choice.describe());
    }
}
