package org.gatebook.web.form.world;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import tools.jackson.databind.JsonNode;

/** A text in several languages, or one text that stands for English. */
record LocalizedType() implements Type<Map<String, String>> {

    @Override
    public Converted<Map<String, String>> convert(JsonNode value, Reading reading) {
        return texts(value)
                .then(texts -> texts.values().stream().allMatch(PyText::isStorable)
                        ? Converted.good(texts)
                        : Converted.faulty("Null and surrogate characters are not allowed."));
    }

    private static Converted<Map<String, String>> texts(JsonNode value) {
        if (value.isString()) {
            return Converted.good(Map.of("en", value.stringValue()));
        }
        if (!value.isObject()) {
            return Converted.faulty("Invalid data type.");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> text : value.properties()) {
            if (!Languages.KNOWN.contains(text.getKey())) {
                return Converted.faulty("Invalid languages included.");
            }
            if (!text.getValue().isNull()) {
                texts.put(text.getKey(), PyText.str(text.getValue()));
            }
        }
        return Converted.good(texts);
    }

    @Override
    public boolean keepsBlank() {
        return true;
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.of("object", "localized");
    }
}
