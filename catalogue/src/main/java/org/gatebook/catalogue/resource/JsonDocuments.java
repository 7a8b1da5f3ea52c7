package org.gatebook.catalogue.resource;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Fields of a document as JSON text and back. Fractions stay exact, although money is kept as text anyway. */
final class JsonDocuments {

    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonDocuments() {}

    static String text(Map<String, @Nullable Object> fields) {
        return MAPPER.writeValueAsString(fields);
    }

    static Map<String, @Nullable Object> fields(String text) {
        return MAPPER.readValue(text, FIELDS);
    }

    /** The same values as they would be read back, so that comparisons see no difference between an int and a long. */
    static Map<String, @Nullable Object> normal(Map<String, @Nullable Object> fields) {
        return fields(text(fields));
    }

    /** The same for one value. */
    static @Nullable Object normal(@Nullable Object value) {
        return MAPPER.readValue(MAPPER.writeValueAsString(value), Object.class);
    }
}
