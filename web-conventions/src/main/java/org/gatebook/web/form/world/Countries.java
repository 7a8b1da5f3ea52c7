package org.gatebook.web.form.world;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The countries of ISO 3166, by two letters, by three letters and by English name. */
final class Countries {

    private static final Map<String, String> BY_CODE = new HashMap<>();
    private static final Map<String, String> BY_NAME = new HashMap<>();

    static {
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            BY_CODE.put(code, code);
            BY_CODE.put(country.getISO3Country(), code);
            BY_NAME.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
    }

    private Countries() {}

    /** The two letters of a country, however it is named; null when nobody knows it. */
    static @Nullable String code(String text) {
        String code = BY_CODE.get(text.toUpperCase(Locale.ROOT));
        return code != null ? code : BY_NAME.get(text.toLowerCase(Locale.ROOT));
    }

    static List<String> codes() {
        return Stream.of(Locale.getISOCountries()).sorted().toList();
    }
}
