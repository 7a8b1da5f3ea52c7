package org.gatebook.catalogue.crud;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.web.form.ApiText;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The value of a form as the JSON value of a document: what clients will be shown. Decimals stay texts with the places that their type has,
 * moments are UTC with microseconds, references are numbers.
 */
public final class Stored {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Stored() {}

    /** @throws IllegalArgumentException if this is no value that a form yields */
    public static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean flag -> flag;
            case Integer number -> number;
            case Long number -> number;
            case BigDecimal decimal -> decimal.toPlainString();
            case Instant moment -> ApiText.moment(moment);
            case LocalDate date -> date.toString();
            case LocalTime time -> ApiText.time(time);
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Document reference -> reference.id();
            case JsonNode json -> JSON.treeToValue(json, Object.class);
            case Collection<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            case Parsed nested -> throw new IllegalArgumentException("rows are stored by a hook: " + nested);
            default -> throw new IllegalArgumentException("no way to store a " + value.getClass());
        };
    }

    private static List<@Nullable Object> list(Collection<?> values) {
        List<@Nullable Object> stored = new ArrayList<>(values.size());
        values.forEach(value -> stored.add(of(value)));
        return stored;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values) {
        Map<String, @Nullable Object> stored = new LinkedHashMap<>();
        values.forEach((name, value) -> stored.put(String.valueOf(name), of(value)));
        return stored;
    }
}
