package org.gatebook.web.form.kind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import tools.jackson.databind.JsonNode;

/**
 * One of a fixed set of values, each written as a text.
 *
 * @param choices what each text means
 */
record ChoiceType<T>(Map<String, T> choices) implements Type<T> {

    ChoiceType {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    @Override
    public Converted<T> convert(JsonNode value, Reading reading) {
        String sent = PyText.str(value);
        T choice = choices.get(sent);
        return choice == null ? Converted.faulty("\"" + sent + "\" is not a valid choice.") : Converted.good(choice);
    }

    @Override
    public boolean keepsBlank() {
        return choices.containsKey("");
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.of("string", null).oneOf(List.copyOf(choices.keySet()));
    }
}
