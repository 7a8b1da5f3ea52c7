package org.gatebook.eventstore.ledger;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.personal.Personal;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Says which claims the events of one kind of stream stand for, so that the claims can be made again from the log. Each
 * module declares a bean for its streams; a claim whose kind no rule knows is reported.
 *
 * @param name of the streams, for example {@code giftcard}
 * @param events the sealed interface of their events
 * @param kinds of the claims
 * @param claims what an event of an organizer's stream takes or gives back for the stream; pure
 */
public record ClaimRule<E extends DomainEvent>(
        String name, Class<E> events, Set<String> kinds, BiFunction<E, OrganizerSlug, List<ClaimChange>> claims) {

    public ClaimRule {
        kinds = Set.copyOf(kinds);
    }

    /**
     * What becomes of one claim of the event's stream.
     *
     * @param value null if it was erased
     * @param held whether the stream has it from now on
     */
    public record ClaimChange(
            String kind, String scope, @Nullable String value, boolean held) {

        /** The stream has it from now on. */
        public static ClaimChange taken(String kind, String scope, Personal<String> value) {
            return new ClaimChange(kind, scope, value.value().orElse(null), true);
        }

        /** The stream has it from now on. */
        public static ClaimChange taken(String kind, String scope, String value) {
            return new ClaimChange(kind, scope, value, true);
        }
    }

    /** What this event, one of {@link #events()}, takes or gives back. */
    public List<ClaimChange> of(RecordedEvent event) {
        return claims.apply(events.cast(event.payload()), event.metadata().organizer());
    }
}
