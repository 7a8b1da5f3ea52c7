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

    /** The kind of the streams, and what their names start with. */
    public static final String KIND = "order";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {}

    /** The order's stream. */
    public String aggregateId() {
        return KIND + ":" + number;
    }

    /**
     * The order of this stream.
     *
     * @throws IllegalArgumentException if the stream is no order's
     */
    public static OrderId ofAggregate(String aggregateId) {
        if (!aggregateId.startsWith(KIND + ":")) {
            throw new IllegalArgumentException(aggregateId + " is no order");
        }
        return new OrderId(Long.parseLong(aggregateId, KIND.length() + 1, aggregateId.length(), 10));
    }

    /** The buyer, whose personal values the order holds. */
    public SubjectId subject() {
        return SubjectId.of(KIND, number);
    }
}
