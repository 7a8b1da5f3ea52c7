package org.gatebook.eventstore.sealing;

import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.personal.SubjectId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Stored JSON as a reader of the log may see it: personal values opened, bearer values masked, because who knows one may
 * use it, and {@code erased} where the subject was erased.
 */
public final class ShownJson {

    /** What stands for a value whose subject was erased. */
    public static final String ERASED = "erased";

    private static final String SUBJECT = "subject";
    private static final String SEALED = "sealed";
    private static final String BEARER = "bearer";
    private static final Set<String> MEMBERS = Set.of(SUBJECT, SEALED, BEARER);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SubjectKeys keys;

    public ShownJson(SubjectKeys keys) {
        this.keys = keys;
    }

    /** Fetches the keys of all subjects in these texts, and of these others, with one statement. */
    public void prefetch(Collection<String> stored, Collection<SubjectId> others) {
        Set<SubjectId> subjects = new HashSet<>(others);
        stored.forEach(text -> subjects.addAll(SealedText.subjects(text)));
        keys.prefetch(subjects);
    }

    /** The JSON of a stored payload. */
    public JsonNode of(String stored) {
        return shown(JSON.readTree(stored));
    }

    private JsonNode shown(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return isSealed(object) ? opened(object) : members(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode shown = JSON.createArrayNode();
            array.forEach(entry -> shown.add(shown(entry)));
            return shown;
        }
        return node;
    }

    private ObjectNode members(ObjectNode object) {
        ObjectNode shown = JSON.createObjectNode();
        object.forEachEntry((name, value) -> shown.set(name, shown(value)));
        return shown;
    }

    private static boolean isSealed(ObjectNode object) {
        return object.path(SUBJECT).isString()
                && MEMBERS.containsAll(List.copyOf(object.propertyNames()))
                && object.path(SUBJECT).asString().indexOf(':') > 0;
    }

    private JsonNode opened(ObjectNode object) {
        JsonNode sealed = object.path(SEALED);
        Optional<SubjectKey> key = sealed.isString()
                ? keys.existing(new SubjectId(object.path(SUBJECT).asString()))
                : Optional.empty();
        if (key.isEmpty()) {
            return StringNode.valueOf(ERASED);
        }
        JsonNode value = JSON.readTree(key.get().open(Base64.getDecoder().decode(sealed.asString())));
        return object.path(BEARER).asBoolean(false) ? StringNode.valueOf(masked(value)) : value;
    }

    private static String masked(JsonNode value) {
        return value.isString() ? masked(value.asString()) : "…";
    }

    /**
     * A bearer value that can be recognised by who has it before his eyes, and not be guessed by who has not: at most
     * three characters of its beginning and two of its end, and never half of it.
     */
    public static String masked(String bearer) {
        int length = bearer.codePointCount(0, bearer.length());
        int first = Math.min(3, length / 4);
        int last = Math.min(2, length / 6);
        return bearer.substring(0, bearer.offsetByCodePoints(0, first))
                + "…"
                + bearer.substring(bearer.offsetByCodePoints(0, length - last));
    }
}
