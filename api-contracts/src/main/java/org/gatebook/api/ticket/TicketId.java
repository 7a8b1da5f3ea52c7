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

    @JsonCreator
    public TicketId {}

    /** The ticket's stream. */
    public String aggregateId() {
        return "position:" + number;
    }

    /** Whose personal and bearer values the ticket holds. */
    public SubjectId subject() {
        return SubjectId.of("position", number);
    }
}
