package org.gatebook.catalogue.device;

import static org.gatebook.web.form.kind.Types.json;
import static org.gatebook.web.form.kind.Types.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Form;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an app says about itself when it is paired and whenever it was updated (behaviour notes, 4.11). */
final class SoftwareForm {

    static final Field<String> TOKEN = Field.required("token", text().upTo(190));
    static final Field<String> PUBLIC_KEY = Field.optional(
                    "rsa_pubkey", text().must(PublicKeys::isPublicKey, "Not a valid public key."))
            .nullable();

    private static final Field<String> HARDWARE_BRAND = required("hardware_brand");
    private static final Field<String> HARDWARE_MODEL = required("hardware_model");
    private static final Field<String> OS_NAME = optional("os_name");
    private static final Field<String> OS_VERSION = optional("os_version");
    private static final Field<String> SOFTWARE_BRAND = required("software_brand");
    private static final Field<String> SOFTWARE_VERSION = required("software_version");
    private static final Field<JsonNode> INFO = Field.optional("info", json()).nullable();

    static final Form INITIALIZE = Form.of(
            TOKEN,
            HARDWARE_BRAND,
            HARDWARE_MODEL,
            OS_NAME,
            OS_VERSION,
            SOFTWARE_BRAND,
            SOFTWARE_VERSION,
            INFO,
            PUBLIC_KEY);

    static final Form UPDATE = Form.of(
            HARDWARE_BRAND, HARDWARE_MODEL, OS_NAME, OS_VERSION, SOFTWARE_BRAND, SOFTWARE_VERSION, INFO, PUBLIC_KEY);

    private SoftwareForm() {}

    /** The fields of a device that this sets; what was left out is unknown from now on. */
    static Map<String, @Nullable Object> fields(Parsed sent) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("hardware_brand", sent.get(HARDWARE_BRAND));
        fields.put("hardware_model", sent.get(HARDWARE_MODEL));
        fields.put("os_name", sent.find(OS_NAME));
        fields.put("os_version", sent.find(OS_VERSION));
        fields.put("software_brand", sent.get(SOFTWARE_BRAND));
        fields.put("software_version", sent.get(SOFTWARE_VERSION));
        fields.put("info", sent.find(INFO));
        return fields;
    }

    private static Field<String> required(String name) {
        return Field.required(name, text().upTo(190));
    }

    private static Field<String> optional(String name) {
        return Field.optional(name, text().upTo(190)).nullable();
    }
}
