package org.gatebook.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.web.form.type.FieldDescription;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.form.type.TypeDescription;
import org.jspecify.annotations.Nullable;

/** A form as JSON Schema, in the dialect of OpenAPI 3.1. */
public final class FormSchema {

    private FormSchema() {}

    /** The schema of the body that a form reads for this purpose; a change requires nothing. */
    public static Map<String, Object> of(Form form, Mode mode) {
        return object(form.describe(), mode);
    }

    /** The schema of a single value. */
    public static Map<String, Object> of(TypeDescription type) {
        return value(type, Mode.CREATE);
    }

    private static Map<String, Object> object(List<FieldDescription> fields, Mode mode) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (FieldDescription field : fields) {
            properties.put(field.name(), property(field, mode));
            if (field.required() && mode != Mode.CHANGE) {
                required.add(field.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> property(FieldDescription field, Mode mode) {
        Map<String, Object> schema = value(field.type(), mode);
        Object type = schema.get("type");
        if (field.nullable() && type != null) {
            schema.put("type", List.of(type, "null"));
        }
        put(schema, "description", field.text());
        if (field.readOnly()) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    private static Map<String, Object> value(TypeDescription type, Mode mode) {
        if (!type.members().isEmpty()) {
            return object(type.members(), mode);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        put(schema, "type", type.type());
        put(schema, "format", type.format());
        put(schema, "maxLength", type.maxLength());
        if (!type.choices().isEmpty()) {
            schema.put("enum", type.choices());
        }
        TypeDescription item = type.item();
        if (item != null) {
            schema.put("items", value(item, mode));
        }
        return schema;
    }

    private static void put(Map<String, Object> schema, String keyword, @Nullable Object value) {
        if (value != null) {
            schema.put(keyword, value);
        }
    }
}
