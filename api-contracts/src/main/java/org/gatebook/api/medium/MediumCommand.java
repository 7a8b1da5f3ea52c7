package org.gatebook.api.medium;

import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.personal.Personal;

/**
 * What can be asked of a reusable medium. What a medium is linked to was looked up by the sender: these commands name
 * only customers, tickets and cards that exist and that this owner may link.
 */
public sealed interface MediumCommand extends AggregateCommand<MediumId> {

    /** Which medium. */
    MediumId id();

    /** Who asks. A medium of another owner does not exist for them. */
    OrganizerSlug organizer();

    @Override
    default String aggregateId() {
        return id().aggregateId();
    }

    /**
     * Bring a medium into being.
     *
     * @param id new, drawn for this command
     */
    record CreateMedium(
            MediumId id,
            OrganizerSlug organizer,
            MediumType type,
            Personal<String> identifier,
            MediumDetails details,
            MediumOrigin origin)
            implements MediumCommand {}

    /**
     * Set some details.
     *
     * @param changes in any order, at most one for each detail; none is a save without change
     */
    record ChangeMedium(MediumId id, OrganizerSlug organizer, List<MediumChange> changes) implements MediumCommand {
        public ChangeMedium {
            changes = List.copyOf(changes);
        }
    }
}
