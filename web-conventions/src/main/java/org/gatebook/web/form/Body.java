package org.gatebook.web.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.form.python.JsonSyntax;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Pairs;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The body of a request, before a form has read it. */
public sealed interface Body {

    /** A body of JSON. */
    record OfJson(JsonNode value) implements Body {}

    /** A body of keys and values, urlencoded or multipart. */
    record OfPairs(Map<String, List<String>> values) implements Body {}

    /** No body at all, which reads as an empty object. */
    static Body empty() {
        return new OfJson(JsonNodeFactory.instance.objectNode());
    }

    /**
     * A body of JSON in UTF-8; an empty one is an empty object.
     *
     * @throws Rejected with 400 and {@code JSON parse error - ...} when it is no JSON
     */
    static Body json(byte[] utf8) {
        if (utf8.length == 0) {
            return empty();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw parseError("'utf-8' codec can't decode the body");
        }
        return json(text);
    }

    /**
     * A body of JSON.
     *
     * @throws Rejected with 400 and {@code JSON parse error - ...} when it is no JSON
     */
    static Body json(String text) {
        try {
            JsonNode value = JsonReader.MAPPER.readTree(text);
            if (!value.isMissingNode() && !text.startsWith("\ufeff")) {
                return new OfJson(value);
            }
        } catch (JacksonException notJson) {
            String fault = JsonSyntax.fault(text);
            throw parseError(fault == null ? "a number or the nesting is beyond what is read" : fault);
        }
        String fault = JsonSyntax.fault(text);
        throw parseError(fault == null ? "Expecting value: line 1 column 1 (char 0)" : fault);
    }

    /** The value of this name, as an action sees it that looks at single values; missing when it was not sent. */
    default JsonNode peek(String name) {
        return switch (this) {
            case OfJson sent -> sent.value().path(name);
            case OfPairs sent -> new Pairs(sent.values(), true).text(name);
        };
    }

    /**
     * A single value, read without a form: an absent one counts as null, limits and blanks are not looked at, and what
     * is wrong comes as a bare list. Source: behaviour notes, gift cards 1.7.
     *
     * @throws Rejected with 400 and a list of texts
     */
    default <T> T bare(String name, Type<T> type) {
        JsonNode sent = peek(name);
        JsonNode value = sent.isMissingNode() ? JsonNodeFactory.instance.nullNode() : sent;
        return switch (type.convert(value, Reading.PLAIN)) {
            case Converted.Good<T> good -> good.value();
            case Converted.Faulty<T> faulty ->
                throw new ApiError(400, faulty.errors().toJson(), Map.of()).rejected();
        };
    }

    /** The same, with a value for when nothing was sent. */
    default <T> T bare(String name, Type<T> type, T otherwise) {
        return peek(name).isMissingNode() ? otherwise : bare(name, type);
    }

    private static Rejected parseError(String fault) {
        return ApiError.detail(400, "JSON parse error - " + fault).rejected();
    }
}
