package org.gatebook.web.form.reference;

import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Relation;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import tools.jackson.databind.JsonNode;

/**
 * An object referred to by a text of its own. An empty text is null.
 *
 * @param relation what is referred to
 * @param member the name of that text in the object, which messages show
 */
record SlugType<T>(Relation<String, T> relation, String member) implements Type<T> {

    @Override
    public Converted<T> convert(JsonNode value, Reading reading) {
        String sent = PyText.str(value);
        if (sent.indexOf('\0') >= 0) {
            return Converted.faulty("Invalid value.");
        }
        T found = value.isNull() ? null : reading.lookups().find(relation, sent);
        return found == null
                ? Converted.faulty("Object with " + member + "=" + sent + " does not exist.")
                : Converted.good(found);
    }

    @Override
    public boolean meansNull(JsonNode value, boolean nullable) {
        return value.isNull() || (value.isString() && value.stringValue().isEmpty());
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.of("string", null);
    }
}
