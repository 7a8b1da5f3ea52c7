package org.gatebook.api;

/**
 * An organizer's name in addresses.
 *
 * @param value letters, digits, dots and dashes; case matters
 */
public record OrganizerSlug(String value) {
    @Override
    public String toString() {
        return value;
    }
}
