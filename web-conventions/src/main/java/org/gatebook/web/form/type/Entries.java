package org.gatebook.web.form.type;

import java.util.List;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.python.PyText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What counts as a list. */
public final class Entries {

    private Entries() {}

    /**
     * Collects the entries of a list.
     *
     * @param keysCount whether an object counts as the list of its names, as it does for choices and relations
     * @return what is said when it is no list; null when it is one
     */
    public static @Nullable FieldErrors collect(JsonNode value, boolean keysCount, List<JsonNode> into) {
        if (value.isArray()) {
            value.forEach(into::add);
            return null;
        }
        if (value.isObject() && keysCount) {
            value.propertyNames().forEach(name -> into.add(JsonNodeFactory.instance.stringNode(name)));
            return null;
        }
        return FieldErrors.texts("Expected a list of items but got type \"" + PyText.typeName(value) + "\".");
    }
}
