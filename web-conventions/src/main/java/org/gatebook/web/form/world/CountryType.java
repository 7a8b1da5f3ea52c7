package org.gatebook.web.form.world;

import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import tools.jackson.databind.JsonNode;

/**
 * A country, read from its two or three letters, its English name or {@code {"code": ...}}; becomes two letters.
 *
 * @param blank whether an empty text, which is no country, will do
 */
record CountryType(boolean blank) implements Type<String> {

    /** In use, but not in ISO 3166; refused in other words (behaviour notes, orders 7.5). */
    private static final String KOSOVO = "XK";

    @Override
    public Converted<String> convert(JsonNode value, Reading reading) {
        JsonNode sent = value.isObject() ? value.path("code") : value;
        String text = sent.isMissingNode() ? "" : PyText.str(sent);
        if (text.isEmpty() && blank) {
            return Converted.good("");
        }
        if (text.equalsIgnoreCase(KOSOVO)) {
            return Converted.faulty("Invalid country code.");
        }
        String code = Countries.code(text);
        return code == null ? Converted.faulty("\"" + text + "\" is not a valid choice.") : Converted.good(code);
    }

    @Override
    public boolean keepsBlank() {
        return blank;
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.of("string", "country").oneOf(Countries.codes());
    }
}
