package org.gatebook.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An organizer's name in addresses.
 *
 * @param value letters, digits, dots and dashes; case matters
 */
public record OrganizerSlug(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganizerSlug {}

    @Override
    public String toString() {
        return value;
    }
}
