package org.gatebook.command.medium;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;

/** What decisions about a medium need to know of its past. */
sealed interface MediumState {

    /** Nothing has happened under this number. */
    record Unborn() implements MediumState {}

    /** A medium that exists; it never ceases to. */
    record Existing(OrganizerSlug organizer, MediumDetails details) implements MediumState {}

    /** The state after one more event. */
    static MediumState evolve(MediumState state, MediumEvent event) {
        return switch (event) {
            case MediumCreated created -> new Existing(created.organizer(), created.details());
            case MediumChanged changed ->
                switch (state) {
                    case Existing existing -> new Existing(existing.organizer(), changed.details());
                    case Unborn unborn -> throw new IllegalStateException("a medium changed before it was created");
                };
        };
    }
}
