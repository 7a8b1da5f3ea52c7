package org.gatebook.command.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Words that no code handed to a guest may contain, also when digits stand for letters. */
final class BannedWords {

    private static final String LIST = "banned-words.txt";

    private final List<String> words;

    private BannedWords(List<String> words) {
        this.words = words;
    }

    static BannedWords load() {
        try (InputStream list = Objects.requireNonNull(BannedWords.class.getResourceAsStream(LIST), LIST)) {
            return new BannedWords(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean occurIn(String code) {
        String read = asRead(code);
        return words.stream().anyMatch(read::contains);
    }

    /** As a person reads it: 3 for E, 7 for T and so on. */
    private static String asRead(String code) {
        return code.toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('6', 'g')
                .replace('7', 't')
                .replace('8', 'b')
                .replace('9', 'g');
    }
}
