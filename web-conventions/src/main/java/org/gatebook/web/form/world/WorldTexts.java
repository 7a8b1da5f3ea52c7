package org.gatebook.web.form.world;

import java.util.Locale;

/** How people read what forms keep in short: telephone numbers and countries. */
public final class WorldTexts {

    private WorldTexts() {}

    /** A number as it is dialled from abroad, in groups: {@code +49 621 123456}; the text itself when it is none. */
    public static String phone(String text) {
        return PhoneNumber.international(text);
    }

    /** The name of a country of two letters; empty for none. */
    public static String country(String code, Locale language) {
        return code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(language);
    }
}
