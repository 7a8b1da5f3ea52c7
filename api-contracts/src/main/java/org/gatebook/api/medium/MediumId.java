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

    private static final String KIND = "medium";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MediumId {}

    /** The stream that decides about this medium. */
    public String aggregateId() {
        return KIND + ":" + number;
    }

    /** Whose key seals the medium's identifier, notes and info. */
    public SubjectId subject() {
        return SubjectId.of(KIND, number);
    }
}
