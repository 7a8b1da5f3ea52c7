package org.gatebook.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An event's name in addresses, unique within its organizer.
 *
 * @param value letters, digits, dots and dashes; case matters
 */
public record EventSlug(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventSlug {}

    @Override
    public String toString() {
        return value;
    }
}
