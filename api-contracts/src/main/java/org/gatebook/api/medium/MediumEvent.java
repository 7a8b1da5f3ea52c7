package org.gatebook.api.medium;

import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.event.DomainEvent;
import org.gatebook.api.event.EventName;
import org.gatebook.api.personal.Personal;

/** What happened to a reusable medium. The moments {@code created} and {@code updated} are those of the events. */
public sealed interface MediumEvent extends DomainEvent {

    /**
     * A medium came into being.
     *
     * @param organizer who owns it, for ever
     * @param identifier unique per owner and type, letter case counting; whoever knows it can use what it stands for
     * @param details what it stands for and its other details at birth
     */
    @EventName("medium.created")
    record MediumCreated(
            MediumId id,
            OrganizerSlug organizer,
            MediumType type,
            Personal<String> identifier,
            MediumDetails details,
            MediumOrigin origin)
            implements MediumEvent {}

    /**
     * Somebody saved a medium. Written also when every value stayed, and even when none was sent: a client that
     * synchronises by {@code updated} is told of every save (behaviour notes 2.1, {@code updated}).
     *
     * @param changed names of the details that are different now, in the API's words; may be empty
     * @param details all details as they are now
     */
    @EventName("medium.changed")
    record MediumChanged(List<String> changed, MediumDetails details) implements MediumEvent {
        public MediumChanged {
            changed = List.copyOf(changed);
        }
    }
}
