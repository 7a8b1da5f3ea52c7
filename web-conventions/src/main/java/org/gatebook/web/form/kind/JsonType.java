package org.gatebook.web.form.kind;

import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Pairs;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Any JSON. In a form of pairs it is written as a text. */
record JsonType() implements Type<JsonNode> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Converted<JsonNode> convert(JsonNode value, Reading reading) {
        JsonNode storable = value.isPojo() ? null : StorableJson.of(value);
        return storable == null ? Converted.faulty("Value must be valid JSON.") : Converted.good(storable);
    }

    @Override
    public JsonNode fromPairs(Pairs pairs, String name) {
        JsonNode sent = pairs.text(name);
        if (sent.isMissingNode()) {
            return sent;
        }
        try {
            return JSON.readTree(sent.stringValue());
        } catch (JacksonException notJson) {
            return JsonNodeFactory.instance.pojoNode(notJson);
        }
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.of(null, null);
    }
}
