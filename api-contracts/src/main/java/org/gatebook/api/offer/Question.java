package org.gatebook.api.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to the buyer or attendee.
 *
 * @param type what an answer looks like
 * @param items products that ask it
 * @param position rank among the questions
 * @param askDuringCheckin whether it is asked at the door instead of the shop
 * @param options by rank
 * @param showDuringCheckin whether the door sees the answer
 * @param hidden whether only the organizer sees it
 * @param dependency when it is asked at all; null for always
 */
public record Question(
        long id,
        Text question,
        String identifier,
        Type type,
        boolean required,
        Set<Long> items,
        int position,
        boolean askDuringCheckin,
        List<Option> options,
        boolean showDuringCheckin,
        boolean hidden,
        boolean printOnInvoice,
        @Nullable Dependency dependency,
        Limits limits) {

    public Question {
        items = Set.copyOf(items);
        options = List.copyOf(options);
    }

    /** The option of this id, if it belongs to this question. */
    public Optional<Option> option(long optionId) {
        return options.stream().filter(o -> o.id() == optionId).findFirst();
    }

    /**
     * Asks only those who answered another question in one of these ways.
     *
     * @param values identifiers of options, or {@code True} and {@code False}
     */
    public record Dependency(long question, Set<String> values) {

        public Dependency {
            values = Set.copyOf(values);
        }
    }

    /**
     * What answers must keep to; null where they need not.
     *
     * @param longest in characters
     * @param portrait whether a file must be a picture in the shape of a portrait
     */
    public record Limits(
            @Nullable BigDecimal leastNumber,
            @Nullable BigDecimal greatestNumber,
            @Nullable LocalDate firstDate,
            @Nullable LocalDate lastDate,
            @Nullable Instant firstMoment,
            @Nullable Instant lastMoment,
            @Nullable Integer longest,
            boolean portrait) {

        /** Anything goes. */
        public static final Limits NONE = new Limits(null, null, null, null, null, null, null, false);
    }

    /** One of the answers to choose from. */
    public record Option(long id, String identifier, Text answer, int position) {}

    /** What an answer looks like (behaviour notes, orders 4.7). */
    public enum Type {
        NUMBER("N"),
        TEXT("S"),
        LONG_TEXT("T"),
        YES_NO("B"),
        CHOICE("C"),
        MULTIPLE_CHOICE("M"),
        FILE("F"),
        DATE("D"),
        TIME("H"),
        DATE_TIME("W"),
        COUNTRY("CC"),
        PHONE("TEL");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** The name in the API. */
        public String code() {
            return code;
        }

        /** The type of this name in the API. @throws java.util.NoSuchElementException if there is none */
        public static Type of(String code) {
            return Arrays.stream(values())
                    .filter(type -> type.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        /** Whether the answer is one or some of the question's options. */
        public boolean isChoice() {
            return this == CHOICE || this == MULTIPLE_CHOICE;
        }
    }
}
