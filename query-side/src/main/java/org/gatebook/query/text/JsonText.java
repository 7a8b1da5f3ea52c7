package org.gatebook.query.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.form.ApiText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * One JSON object, written key by key in the order of the API. What depends on the request that reads it is left open as
 * a {@linkplain SlottedText slot}.
 */
public final class JsonText {

    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private final StringBuilder text;
    private boolean empty = true;

    private JsonText(StringBuilder text) {
        this.text = text;
        text.append('{');
    }

    /** Begins an object behind what is there. */
    public static JsonText object(StringBuilder text) {
        return new JsonText(text);
    }

    /** Appends a JSON string. */
    public static void quote(StringBuilder text, String value) {
        text.append('"');
        ENCODER.quoteAsString(value, text);
        text.append('"');
    }

    /** The JSON string of this value. */
    public static String quoted(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2);
        quote(text, value);
        return text.toString();
    }

    /** A text. */
    public JsonText put(String key, @Nullable String value) {
        key(key);
        if (value == null) {
            text.append("null");
        } else {
            quote(text, value);
        }
        return this;
    }

    /** A number. */
    public JsonText put(String key, @Nullable Long value) {
        key(key);
        text.append(value);
        return this;
    }

    /** A number. */
    public JsonText put(String key, long value) {
        key(key);
        text.append(value);
        return this;
    }

    /** Yes or no. */
    public JsonText put(String key, boolean value) {
        key(key);
        text.append(value);
        return this;
    }

    /** A moment. */
    public JsonText put(String key, @Nullable Instant value) {
        return put(key, value == null ? null : ApiText.moment(value));
    }

    /** A day. */
    public JsonText put(String key, @Nullable LocalDate value) {
        return put(key, value == null ? null : ApiText.day(value));
    }

    /** An amount or a rate. */
    public JsonText put(String key, @Nullable BigDecimal value) {
        return put(key, value == null ? null : ApiText.amount(value));
    }

    /** Any JSON value. */
    public JsonText putValue(String key, @Nullable Object value) {
        key(key);
        text.append(ApiJson.mapper().writeValueAsString(value));
        return this;
    }

    /** JSON that is text already, slots included. */
    public JsonText putJson(String key, CharSequence json) {
        key(key);
        text.append(json);
        return this;
    }

    /** A value that is filled in when it is read. */
    public JsonText open(String key, char slot) {
        key(key);
        text.append(slot);
        return this;
    }

    /** Keys with their values that are filled in when it is read; at least one. */
    public JsonText openKeys(char slot) {
        comma();
        text.append(slot);
        return this;
    }

    /** Ends the object. */
    public void end() {
        text.append('}');
    }

    private void key(String key) {
        comma();
        text.append('"').append(key).append("\":");
    }

    private void comma() {
        if (!empty) {
            text.append(',');
        }
        empty = false;
    }
}
