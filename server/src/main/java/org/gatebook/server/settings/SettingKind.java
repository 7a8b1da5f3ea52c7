package org.gatebook.server.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the text of a setting becomes a value.
 *
 * @param words what the documentation says about accepted texts
 * @param parser throws IllegalArgumentException with a reason when the text is not acceptable
 * @param flag whether the option on the command line takes no value
 * @param <T> the value's type
 */
record SettingKind<T>(String words, Function<String, T> parser, boolean flag) {

    static SettingKind<String> text() {
        return new SettingKind<>("text", text -> text, false);
    }

    static SettingKind<Path> path() {
        return new SettingKind<>("path", SettingKind::pathOf, false);
    }

    /** Whatever a parser takes; what it throws begins with a verb. */
    static <T> SettingKind<T> parsed(String form, Function<String, T> parser) {
        return new SettingKind<>(form, parser, false);
    }

    static SettingKind<Boolean> yesOrNo() {
        return new SettingKind<>("`true` or `false`", SettingKind::booleanOf, true);
    }

    static SettingKind<Integer> wholeNumber(int least, int most) {
        return new SettingKind<>(
                "whole number, %d to %d".formatted(least, most), text -> number(text, least, most), false);
    }

    static SettingKind<Duration> seconds() {
        return new SettingKind<>("duration such as `30s` or `2m`", SettingKind::durationOf, false);
    }

    static SettingKind<Optional<LocalTime>> timeOrOff() {
        return new SettingKind<>(
                "time such as `03:00`, or `off`",
                text -> text.equals("off") ? Optional.empty() : Optional.of(timeOf(text)),
                false);
    }

    static SettingKind<List<String>> list() {
        return new SettingKind<>("list, separated by commas", SettingKind::listOf, false);
    }

    /** One of the constants of an enumeration, written in lower case. */
    static <E extends Enum<E>> SettingKind<E> oneOf(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> names =
                constants.stream().map(constant -> lowerCase(constant.name())).toList();
        return new SettingKind<>(
                "one of `" + String.join("`, `", names) + "`",
                text -> {
                    int index = names.indexOf(text);
                    if (index < 0) {
                        throw new IllegalArgumentException("is none of " + String.join(", ", names));
                    }
                    return constants.get(index);
                },
                false);
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Path pathOf(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is no path", e);
        }
    }

    private static Boolean booleanOf(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }

    private static Integer number(String text, int least, int most) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
            throw new IllegalArgumentException("is not between %d and %d".formatted(least, most));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is no whole number", e);
        }
    }

    private static Duration durationOf(String text) {
        try {
            return Duration.parse("PT" + text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is no duration such as 30s or 2m", e);
        }
    }

    private static LocalTime timeOf(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is neither a time such as 03:00 nor off", e);
        }
    }

    private static List<String> listOf(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
