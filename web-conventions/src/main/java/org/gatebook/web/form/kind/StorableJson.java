package org.gatebook.web.form.kind;

import java.math.BigDecimal;
import java.util.Map;
import org.gatebook.web.form.python.PyText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON of a client in a form that a database keeps and that is the same text whenever it is written again, from an event
 * or from a row. Fractions are what the reference takes them for, doubles; so an exponent of a billion is no way to ask for
 * a billion digits.
 */
final class StorableJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StorableJson() {}

    /** The same value; null when a text or a number in it cannot be stored, at which the reference crashes. */
    static @Nullable JsonNode of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case NUMBER -> number(value);
            case STRING -> PyText.isStorable(value.stringValue()) ? value : null;
            default -> value;
        };
    }

    private static @Nullable JsonNode object(JsonNode value) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode storable = of(member.getValue());
            if (storable == null || !PyText.isStorable(member.getKey())) {
                return null;
            }
            object.set(member.getKey(), storable);
        }
        return object;
    }

    private static @Nullable JsonNode array(JsonNode value) {
        ArrayNode array = JSON.arrayNode();
        for (JsonNode entry : value.values()) {
            JsonNode storable = of(entry);
            if (storable == null) {
                return null;
            }
            array.add(storable);
        }
        return array;
    }

    private static @Nullable JsonNode number(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value;
        }
        double fraction = value.numberValue().doubleValue();
        if (!Double.isFinite(fraction)) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(fraction);
        return exact.scale() < 0 ? JSON.numberNode(exact.toBigIntegerExact()) : JSON.numberNode(exact);
    }
}
