package org.gatebook.web.form;

import java.util.Map;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Pairs;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.request.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Values that an action takes out of a body one by one, without a form. An absent one counts as null, limits and blanks
 * are not looked at, and what is wrong comes as a bare list: the first wrong value is the only one told. Texts that no
 * database keeps are refused here, because the reference crashes on them. Source: behaviour notes, gift cards 1.7.
 */
public final class SingleValue {

    private SingleValue() {}

    /**
     * The value of this name.
     *
     * @throws org.gatebook.web.error.Rejected with 400 and a list of texts
     */
    public static <T> T of(RequestBody body, String name, Type<T> type) {
        JsonNode sent = raw(body, name);
        JsonNode value = sent.isMissingNode() ? JsonNodeFactory.instance.nullNode() : sent;
        return switch (type.convert(value, Reading.PLAIN).then(SingleValue::storable)) {
            case Converted.Good<T> good -> good.value();
            case Converted.Faulty<T> faulty ->
                throw new ApiError(400, faulty.errors().toJson(), Map.of()).rejected();
        };
    }

    private static <T> Converted<T> storable(T value) {
        if (value instanceof String text) {
            if (text.indexOf('\0') >= 0) {
                return Converted.faulty("Null characters are not allowed.");
            }
            if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                return Converted.faulty("Surrogate characters are not allowed.");
            }
        }
        return Converted.good(value);
    }

    /** The value of this name, or the other one when it was not sent. */
    public static <T> T of(RequestBody body, String name, Type<T> type, T otherwise) {
        return raw(body, name).isMissingNode() ? otherwise : of(body, name, type);
    }

    /** What was sent under this name, as it is; a missing node when nothing was. Pairs are texts. */
    public static JsonNode raw(RequestBody body, String name) {
        return switch (body) {
            case RequestBody.Json json -> json.value().path(name);
            case RequestBody.Form form -> new Pairs(form.fields(), true).text(name);
        };
    }
}
