package org.gatebook.api.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.gatebook.api.personal.SubjectId;

/**
 * The number of a ticket, which is the number of its order position.
 *
 * @param number drawn from the sequence of client ids
 */
public record TicketId(@JsonValue long number) {

    /** Prefix of the ids of tickets' streams. */
    public static final String KIND = "position";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TicketId {}

    /** The ticket's stream. */
    public String aggregateId() {
        return KIND + ":" + number;
    }

    /**
     * The ticket of this stream.
     *
     * @throws IllegalArgumentException if the stream is no ticket's
     */
    public static TicketId ofAggregate(String aggregateId) {
        if (!aggregateId.startsWith(KIND + ":")) {
            throw new IllegalArgumentException(aggregateId + " is no ticket");
        }
        return new TicketId(Long.parseLong(aggregateId, KIND.length() + 1, aggregateId.length(), 10));
    }

    /** Whose personal and bearer values the ticket holds. */
    public SubjectId subject() {
        return SubjectId.of(KIND, number);
    }
}
