package org.gatebook.web.form;

import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Pairs;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An object inside a body, with a form of its own. */
record NestedType(Form form) implements Type<Parsed> {

    @Override
    public Converted<Parsed> convert(JsonNode value, Reading reading) {
        return form.object(value, reading);
    }

    @Override
    public JsonNode fromPairs(Pairs pairs, String name) {
        Pairs members = pairs.object(name);
        return members.values().isEmpty() ? JsonNodeFactory.instance.missingNode() : form.json(members);
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.objectOf(form.describe());
    }
}
