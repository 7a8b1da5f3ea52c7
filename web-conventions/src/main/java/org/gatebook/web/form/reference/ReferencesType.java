package org.gatebook.web.form.reference;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Entries;
import org.gatebook.web.form.type.Pairs;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A list of references. Unlike other lists it ends at the first faulty entry, whose message is not numbered.
 *
 * @param reference what each entry is
 * @param mayBeEmpty whether no entry will do
 */
record ReferencesType<T>(Type<T> reference, boolean mayBeEmpty) implements Type<List<T>> {

    @Override
    public Converted<List<T>> convert(JsonNode value, Reading reading) {
        List<JsonNode> sent = new ArrayList<>();
        FieldErrors fault = Entries.collect(value, true, sent);
        if (fault != null) {
            return Converted.faulty(fault);
        }
        if (sent.isEmpty() && !mayBeEmpty) {
            return Converted.faulty("This list may not be empty.");
        }
        List<T> found = new ArrayList<>();
        for (JsonNode entry : sent) {
            switch (reference.convert(entry, reading)) {
                case Converted.Good<T> good -> found.add(good.value());
                case Converted.Faulty<T> faulty -> {
                    return Converted.faulty(faulty.errors());
                }
            }
        }
        return Converted.good(found);
    }

    @Override
    public JsonNode fromPairs(Pairs pairs, String name) {
        JsonNode sent = pairs.texts(name);
        return sent.isMissingNode() && !pairs.partial() ? JsonNodeFactory.instance.arrayNode() : sent;
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.arrayOf(reference.describe());
    }
}
