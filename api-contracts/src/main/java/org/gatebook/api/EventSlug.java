package org.gatebook.api;

/**
 * An event's name in addresses, unique within its organizer.
 *
 * @param value letters, digits, dots and dashes; case matters
 */
public record EventSlug(String value) {
    @Override
    public String toString() {
        return value;
    }
}
