package org.gatebook.api.order;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a client calls an order by, unique within the organizer.
 *
 * @param value 5 to 16 letters and digits (behaviour notes, orders 7.1 and 21.1)
 */
public record OrderCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderCode {}

    @Override
    public String toString() {
        return value;
    }
}
