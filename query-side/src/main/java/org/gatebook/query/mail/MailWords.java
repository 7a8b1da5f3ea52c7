package org.gatebook.query.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Our own words for every mail, for events that have none: one file a language, {@code CODE.subject} and {@code CODE.text}. */
final class MailWords {

    private static final String USUAL = "en";
    private static final Map<String, Properties> BY_LANGUAGE = read(List.of(USUAL, "de"));

    private MailWords() {}

    static String subject(String code, String language) {
        return word(code + ".subject", language);
    }

    static String text(String code, String language) {
        return word(code + ".text", language);
    }

    /** In the language without its region, or else in English. */
    private static String word(String key, String language) {
        Properties words = BY_LANGUAGE.getOrDefault(language.split("-", 2)[0], BY_LANGUAGE.get(USUAL));
        return Objects.requireNonNull(Objects.requireNonNull(words).getProperty(key), key);
    }

    private static Map<String, Properties> read(List<String> languages) {
        Map<String, Properties> all = new LinkedHashMap<>();
        for (String language : languages) {
            try (InputStream file = MailWords.class.getResourceAsStream("words." + language + ".properties");
                    Reader text =
                            new InputStreamReader(Objects.requireNonNull(file, language), StandardCharsets.UTF_8)) {
                Properties words = new Properties();
                words.load(text);
                all.put(language, words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
