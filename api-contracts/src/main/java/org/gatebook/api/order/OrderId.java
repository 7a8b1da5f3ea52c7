package org.gatebook.api.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.gatebook.api.personal.SubjectId;

/**
 * The number of an order. Clients address orders by code; the number names the stream and never changes hands.
 *
 * @param number drawn from the sequence of client ids
 */
public record OrderId(@JsonValue long number) {

    @JsonCreator
    public OrderId {}

    /** The order's stream. */
    public String aggregateId() {
        return "order:" + number;
    }

    /** The buyer, whose personal values the order holds. */
    public SubjectId subject() {
        return SubjectId.of("order", number);
    }
}
