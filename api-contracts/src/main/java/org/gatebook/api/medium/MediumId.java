package org.gatebook.api.medium;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.gatebook.api.personal.SubjectId;

/**
 * A medium's number, as clients see it.
 *
 * @param number positive, unique over all organizers
 */
public record MediumId(@JsonValue long number) {

    /** The kind of the streams, and what their names start with. */
    public static final String KIND = "medium";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MediumId {}

    /** The stream that decides about this medium. */
    public String aggregateId() {
        return KIND + ":" + number;
    }

    /**
     * The medium of this stream.
     *
     * @throws IllegalArgumentException if the stream is no medium's
     */
    public static MediumId ofAggregate(String aggregateId) {
        if (!aggregateId.startsWith(KIND + ":")) {
            throw new IllegalArgumentException(aggregateId + " is no medium");
        }
        return new MediumId(Long.parseLong(aggregateId, KIND.length() + 1, aggregateId.length(), 10));
    }

    /** Whose key seals the medium's identifier, notes and info. */
    public SubjectId subject() {
        return SubjectId.of(KIND, number);
    }
}
