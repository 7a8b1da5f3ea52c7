package org.gatebook.api.order;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who comes with a position, and what was answered: sealed as one value under the position.
 *
 * @param nameParts as stored, with the scheme; empty if there is no name
 * @param answers in the order in which they were given
 */
public record Attendee(
        Map<String, Object> nameParts,
        @Nullable String email,
        @Nullable String company,
        @Nullable String street,
        @Nullable String zipcode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String state,
        List<Answer> answers) {

    public Attendee {
        answers = List.copyOf(answers);
    }

    /** Nobody in particular. */
    public static Attendee unknown() {
        return new Attendee(Map.of(), null, null, null, null, null, null, null, List.of());
    }

    /** The same who answers otherwise. */
    public Attendee with(List<Answer> changed) {
        return new Attendee(nameParts, email, company, street, zipcode, city, country, state, changed);
    }

    /** The kept files that questions were answered with. */
    public List<UUID> files() {
        return answers.stream()
                .map(Answer::file)
                .flatMap(Stream::ofNullable)
                .map(UUID::fromString)
                .toList();
    }

    /**
     * An answer to a question.
     *
     * @param question the question's id
     * @param answer the text as the API returns it (behaviour notes, orders 4.7)
     * @param options ids of the options chosen, in the order in which they were sent
     * @param file the kept file that answers a file question; null for other kinds
     */
    public record Answer(
            long question,
            String answer,
            List<Long> options,
            @Nullable String file) {
        public Answer {
            options = List.copyOf(options);
        }
    }
}
