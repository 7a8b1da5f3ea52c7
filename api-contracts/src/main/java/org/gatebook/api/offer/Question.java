package org.gatebook.api.offer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question to the buyer or attendee.
 *
 * @param type what an answer looks like
 * @param items products that ask it
 * @param position rank among the questions
 * @param askDuringCheckin whether it is asked at the door instead of the shop
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
        List<Option> options) {

    public Question {
        items = Set.copyOf(items);
        options = List.copyOf(options);
    }

    /** The option of this id, if it belongs to this question. */
    public Optional<Option> option(long optionId) {
        return options.stream().filter(o -> o.id() == optionId).findFirst();
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

        /** Whether the answer is one or some of the question's options. */
        public boolean isChoice() {
            return this == CHOICE || this == MULTIPLE_CHOICE;
        }
    }
}
