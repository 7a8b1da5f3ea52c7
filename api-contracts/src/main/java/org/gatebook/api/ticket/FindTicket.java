package org.gatebook.api.ticket;

import java.util.Optional;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.query.Query;

/**
 * Which order position of the organizer a client means; answered with its number, empty when there is none or it was
 * cancelled (behaviour notes, gift cards 1.4).
 *
 * @param organizer whose events are searched
 * @param key what the client sent
 */
public record FindTicket(OrganizerSlug organizer, Key key) implements Query<Optional<Long>> {

    /** How a client names a ticket. */
    public sealed interface Key {

        /** By the position's number. */
        record ByNumber(long number) implements Key {}

        /** By its secret or its pseudonymization id; digits alone are a secret too, never a number. */
        record BySecret(String secret) implements Key {}
    }
}
