package org.gatebook.command.order.form.attendee;

import static org.gatebook.web.form.kind.Types.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.catalogue.person.NameScheme;
import org.gatebook.command.medium.resource.ClientJson;
import org.gatebook.web.error.FieldErrorCollector;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.FormCheck;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A person's name, sent as one text or in parts, never both; stored in parts (behaviour notes, orders 4.10).
 *
 * @param whole the field of the one text
 * @param parts the field of the parts
 */
public record PersonName(Field<String> whole, Field<JsonNode> parts) {

    private static final String SCHEME = "_scheme";
    private static final String LEGACY = "_legacy";
    private static final String NO_PARTS = "Invalid data type";

    /** The type of the parts. */
    public static Type<JsonNode> partsType() {
        return json().must(JsonNode::isObject, NO_PARTS).must(PersonName::fault);
    }

    /** The reference crashes on a scheme that it does not know, and on parts that are no texts when it displays them. */
    private static @Nullable String fault(JsonNode parts) {
        for (Map.Entry<String, JsonNode> part : parts.properties()) {
            if (part.getValue().isContainer()) {
                return NO_PARTS;
            }
        }
        JsonNode scheme = parts.path(SCHEME);
        return scheme.isMissingNode() || NameScheme.ofWord(scheme.asString("")) != null ? null : "Unknown name scheme.";
    }

    /** The rule that forbids both. */
    public FormCheck eitherOr() {
        return this::check;
    }

    private void check(Parsed sent, FieldErrorCollector errors) {
        JsonNode inParts = sent.find(parts);
        if (!sent.get(whole, "").isEmpty() && inParts != null && !inParts.isEmpty()) {
            errors.add("Do not specify " + whole + " if you specified " + parts + ".", whole.name());
        }
    }

    /**
     * The parts to store; empty if there is no name.
     *
     * @param scheme the event's scheme, for parts that do not say theirs
     */
    public Map<String, Object> stored(Parsed sent, String scheme) {
        JsonNode inParts = sent.find(parts);
        if (inParts != null && !inParts.isEmpty()) {
            Map<String, Object> stored = new LinkedHashMap<>();
            inParts.properties().forEach(part -> {
                if (!part.getValue().isNull()) {
                    stored.put(part.getKey(), ClientJson.plain(part.getValue()));
                }
            });
            stored.putIfAbsent(SCHEME, scheme);
            return stored;
        }
        String name = sent.get(whole, "");
        return name.isEmpty() ? Map.of() : Map.of(LEGACY, name);
    }
}
