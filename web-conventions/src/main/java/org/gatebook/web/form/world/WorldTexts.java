package org.gatebook.web.form.world;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/** How people read what forms keep in short: telephone numbers and countries. */
public final class WorldTexts {

    /**
     * English names that the reference takes from ISO 3166 where the JDK has others. Of some countries it knows a common
     * name; those are the JDK's as well.
     */
    private static final Map<String, String> ISO_NAMES = Map.ofEntries(
            entry("AG", "Antigua and Barbuda"),
            entry("BA", "Bosnia and Herzegovina"),
            entry("BL", "Saint Barth\u00e9lemy"),
            entry("BQ", "Bonaire, Sint Eustatius and Saba"),
            entry("CD", "Congo (the Democratic Republic of the)"),
            entry("CG", "Congo"),
            entry("CI", "C\u00f4te d'Ivoire"),
            entry("CV", "Cabo Verde"),
            entry("FK", "Falkland Islands (Malvinas)"),
            entry("FM", "Micronesia (Federated States of)"),
            entry("GS", "South Georgia and the South Sandwich Islands"),
            entry("HK", "Hong Kong"),
            entry("HM", "Heard Island and McDonald Islands"),
            entry("KN", "Saint Kitts and Nevis"),
            entry("LC", "Saint Lucia"),
            entry("MF", "Saint Martin (French part)"),
            entry("MM", "Myanmar"),
            entry("MO", "Macao"),
            entry("PM", "Saint Pierre and Miquelon"),
            entry("PN", "Pitcairn"),
            entry("PS", "Palestine, State of"),
            entry("SH", "Saint Helena, Ascension and Tristan da Cunha"),
            entry("SJ", "Svalbard and Jan Mayen"),
            entry("ST", "Sao Tome and Principe"),
            entry("SX", "Sint Maarten (Dutch part)"),
            entry("TC", "Turks and Caicos Islands"),
            entry("TT", "Trinidad and Tobago"),
            entry("UM", "United States Minor Outlying Islands"),
            entry("US", "United States of America"),
            entry("VA", "Holy See"),
            entry("VC", "Saint Vincent and the Grenadines"),
            entry("VG", "Virgin Islands (British)"),
            entry("VI", "Virgin Islands (U.S.)"),
            entry("WF", "Wallis and Futuna"));

    private WorldTexts() {}

    /** The name of a country of two letters as addresses on invoices have it, in English whatever their language. */
    public static String countryByIso(String code) {
        String name = ISO_NAMES.get(code);
        return name == null ? country(code, Locale.ENGLISH) : name;
    }

    /** A number as it is dialled from abroad, in groups: {@code +49 621 123456}; the text itself when it is none. */
    public static String phone(String text) {
        return PhoneNumber.international(text);
    }

    /** The name of a country of two letters; empty for none. */
    public static String country(String code, Locale language) {
        return code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(language);
    }
}
