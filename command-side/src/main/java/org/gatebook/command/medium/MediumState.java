package org.gatebook.command.medium;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a medium has to know. Its identifier and type are not here: they never change, and that nobody
 * else has them was settled when it was created.
 *
 * @param organizer whose medium it is
 */
record MediumState(OrganizerSlug organizer, MediumDetails details) {

    /** The medium after the event; null before stands for one that was never created. */
    static MediumState evolve(@Nullable MediumState before, MediumEvent event) {
        return switch (event) {
            case MediumCreated created -> new MediumState(created.organizer(), created.details());
            case MediumChanged changed -> {
                if (before == null) {
                    throw new IllegalStateException("a medium changed before it was created");
                }
                yield new MediumState(before.organizer(), changed.details());
            }
        };
    }
}
