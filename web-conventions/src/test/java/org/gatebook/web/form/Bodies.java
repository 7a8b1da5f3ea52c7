package org.gatebook.web.form;

import java.util.Map;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.page.QueryParams;
import org.gatebook.web.request.RequestBody;
import tools.jackson.databind.JsonNode;

/** Bodies for tests, and what a form says about them. */
public final class Bodies {

    private Bodies() {}

    public static RequestBody json(String text) {
        return new RequestBody.Json(ApiJson.mapper().readTree(text.replace('\'', '"')));
    }

    public static RequestBody pairs(String text) {
        return new RequestBody.Form(QueryParams.parse(text).asMap(), Map.of());
    }

    /** The errors of a body, as JSON with single quotes; empty when there are none. */
    public static String errors(Form form, Mode mode, RequestBody body, Lookups lookups) {
        return form.read(body, mode, lookups) instanceof FormResult.Invalid invalid
                ? text(invalid.errors().toJson())
                : "";
    }

    public static String errors(Form form, String body) {
        return errors(form, Mode.CREATE, json(body), Lookups.none());
    }

    public static Parsed parsed(Form form, String body) {
        return form.create(json(body), Lookups.none());
    }

    /** What is said about one value of this type that may be null; "ok" and the value when nothing is. */
    public static String verdict(Type<?> type, String value) {
        return verdict(type, value, Lookups.none());
    }

    public static String verdict(Type<?> type, String value, Lookups lookups) {
        Field<?> field = Field.required("x", type);
        FormResult result = Form.of(field).read(json("{'x': " + value + "}"), Mode.CREATE, lookups);
        return switch (result) {
            case FormResult.Valid valid -> "ok " + valid.parsed().get(field);
            case FormResult.Invalid invalid -> {
                JsonNode said = ApiJson.mapper()
                        .valueToTree(((Map<?, ?>) invalid.errors().toJson()).get("x"));
                yield said.isArray() && said.size() == 1 ? said.get(0).asString() : text(said);
            }
        };
    }

    private static String text(Object json) {
        return ApiJson.mapper().writeValueAsString(json).replace("\\\"", "`").replace('"', '\'');
    }
}
