package org.gatebook.web.form.world;

import java.util.Map;
import org.gatebook.web.form.kind.TextType;
import org.gatebook.web.form.kind.Types;
import org.gatebook.web.form.type.Type;
import tools.jackson.databind.JsonNode;

/** Kinds of values whose rules the world makes; to be imported statically where forms are declared. */
public final class WorldTypes {

    private WorldTypes() {}

    /** A country; becomes its two letters. */
    public static Type<String> country() {
        return new CountryType(false);
    }

    /** A country or an empty text. */
    public static Type<String> countryOrBlank() {
        return new CountryType(true);
    }

    /** A currency by its three capital letters. */
    public static Type<String> currency() {
        return Types.choice(Currencies.CODES);
    }

    /** A telephone number with the code of its country; becomes E.164. An empty text stays empty where allowed. */
    public static Type<String> phone(boolean orBlank) {
        TextType text = orBlank ? Types.text().orBlank() : Types.text();
        return text.must(
                        number -> number.isEmpty() || PhoneNumber.isValid(number),
                        "The phone number entered is not valid.")
                .as(PhoneNumber::e164);
    }

    /** How far north something is, in degrees; negative in the south. */
    public static Type<JsonNode> latitude() {
        return Coordinates.latitude();
    }

    /** How far east something is, in degrees; negative in the west. */
    public static Type<JsonNode> longitude() {
        return Coordinates.longitude();
    }

    /** A text in several languages, or one text that stands for English. */
    public static Type<Map<String, String>> localized() {
        return new LocalizedType();
    }
}
