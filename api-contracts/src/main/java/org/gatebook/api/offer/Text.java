package org.gatebook.api.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/**
 * A text in several languages.
 *
 * @param translations language code to text; empty if there is no text at all
 */
public record Text(@JsonValue Map<String, String> translations) {

    @JsonCreator
    public Text {
        translations = Map.copyOf(translations);
    }

    /**
     * The text in this language, else in the language without its region, else in English, else in the first one by
     * code; empty if there is none.
     */
    public String in(String language) {
        String exact = translations.get(language);
        if (exact != null) {
            return exact;
        }
        String base = translations.get(language.split("-", 2)[0]);
        if (base != null) {
            return base;
        }
        String english = translations.get("en");
        if (english != null) {
            return english;
        }
        return translations.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse("");
    }
}
