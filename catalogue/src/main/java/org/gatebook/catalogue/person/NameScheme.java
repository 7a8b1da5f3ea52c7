package org.gatebook.catalogue.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the parts of a name make a name. The parts carry their scheme's word under {@code _scheme}; parts without a known
 * scheme are joined as they come, and the name of a very old client stands under {@code _legacy}.
 */
public enum NameScheme {
    FULL("full_name"),
    CALLING_FULL("full_name"),
    FULL_TRANSCRIPTION("full_name"),
    GIVEN_FAMILY("given_name", "family_name"),
    TITLE_GIVEN_FAMILY("title", "given_name", "family_name"),
    TITLE_GIVEN_FAMILY_DEGREE("title", "given_name", "family_name", "degree"),
    GIVEN_MIDDLE_FAMILY("given_name", "middle_name", "family_name"),
    TITLE_GIVEN_MIDDLE_FAMILY("title", "given_name", "middle_name", "family_name"),
    FAMILY_GIVEN("family_name", "given_name"),
    FAMILY_NOSPACE_GIVEN("family_name", "given_name"),
    FAMILY_COMMA_GIVEN("family_name", "given_name"),
    SALUTATION_FULL("full_name"),
    SALUTATION_GIVEN_FAMILY("given_name", "family_name"),
    SALUTATION_TITLE_GIVEN_FAMILY("title", "given_name", "family_name"),
    SALUTATION_TITLE_GIVEN_FAMILY_DEGREE("title", "given_name", "family_name", "degree");

    private static final Map<String, NameScheme> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(NameScheme::word, scheme -> scheme));

    @SuppressWarnings("ImmutableEnumChecker") // List.of: the checker cannot see it
    private final List<String> parts;

    NameScheme(String... parts) {
        this.parts = List.of(parts);
    }

    /** The word of the API, for example {@code given_family}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scheme of this word; null when there is none. */
    public static @Nullable NameScheme ofWord(String word) {
        return BY_WORD.get(word);
    }

    /** The names of its parts, in the order in which they are asked. */
    public List<String> parts() {
        return parts;
    }

    /** The whole name; empty when nothing of it is known. */
    public static String wholeName(Map<String, ? extends @Nullable Object> parts) {
        if (parts.get("_legacy") instanceof String legacy) {
            return legacy;
        }
        NameScheme scheme = parts.get("_scheme") instanceof String word ? BY_WORD.get(word) : null;
        if (scheme == null) {
            return parts.entrySet().stream()
                    .filter(part -> !part.getKey().startsWith("_"))
                    .flatMap(part -> spoken(part.getValue()))
                    .collect(Collectors.joining(" "));
        }
        return scheme.joined(parts);
    }

    private String joined(Map<String, ? extends @Nullable Object> values) {
        List<String> known = new ArrayList<>();
        for (String part : parts) {
            if (!part.equals("degree")) {
                spoken(values.get(part)).forEach(known::add);
            }
        }
        String separator = switch (this) {
            case FAMILY_NOSPACE_GIVEN -> "";
            case FAMILY_COMMA_GIVEN -> ", ";
            default -> " ";
        };
        String name = String.join(separator, known);
        return parts.contains("degree")
                ? Stream.concat(name.isEmpty() ? Stream.of() : Stream.of(name), spoken(values.get("degree")))
                        .collect(Collectors.joining(", "))
                : name;
    }

    private static Stream<String> spoken(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.isEmpty() ? Stream.of() : Stream.of(text);
    }
}
