package org.gatebook.api.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A link to another resource in an answer: its number, or the whole resource where the client asked for it with the
 * {@code expand} parameter. A slot that is filled when the answer is rendered, never stored.
 */
public sealed interface Expandable {

    /** The number of the linked resource. */
    long id();

    /** Shown as a number. */
    record Reference(@JsonValue long id) implements Expandable {}

    /**
     * Shown as the whole resource.
     *
     * @param resource rendered by Jackson as it is
     */
    record Nested(long id, @JsonValue Object resource) implements Expandable {}
}
