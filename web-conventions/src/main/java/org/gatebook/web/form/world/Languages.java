package org.gatebook.web.form.world;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The languages in which the reference knows texts. */
public final class Languages {

    /** What is spoken to whoever asks for nothing else. */
    public static final String USUAL = "en";

    static final java.util.SortedSet<String> KNOWN = Collections.unmodifiableSortedSet(new TreeSet<>(List.of(
            "ar",
            "ca",
            "cs",
            "da",
            "de",
            "de-informal",
            "el",
            "en",
            "es",
            "es-419",
            "eu",
            "fi",
            "fr",
            "gl",
            "hr",
            "hu",
            "id",
            "it",
            "ja",
            "lv",
            "nb-no",
            "nl",
            "nl-informal",
            "pl",
            "pt-br",
            "pt-pt",
            "ro",
            "ru",
            "sk",
            "sl",
            "sv",
            "tr",
            "uk",
            "zh-hans",
            "zh-hant")));

    private Languages() {}

    /**
     * The language that a client likes best.
     *
     * @param accepted the {@code Accept-Language} header; null without
     */
    public static String preferred(@Nullable String accepted) {
        if (accepted == null) {
            return USUAL;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException e) {
            return USUAL;
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                        .reversed())
                .map(range -> known(range.getRange()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(USUAL);
    }

    /** The language, else its main form, else another form of it. */
    private static Optional<String> known(String range) {
        if (range.equals("*")) {
            return Optional.of(USUAL);
        }
        if (KNOWN.contains(range)) {
            return Optional.of(range);
        }
        String main = range.split("-", 2)[0];
        return KNOWN.contains(main)
                ? Optional.of(main)
                : KNOWN.stream()
                        .filter(language -> language.startsWith(main + "-"))
                        .findFirst();
    }
}
