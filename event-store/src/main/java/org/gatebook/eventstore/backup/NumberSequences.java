package org.gatebook.eventstore.backup;

import java.util.Collection;
import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.installation.InstallationRestored.LeftOutNumbers;

/**
 * Sequences of numbers that have no gaps and that people hold on paper: after a restore some of them are left out, because
 * they may have been given to documents that are lost. Implementations are Spring beans.
 */
public interface NumberSequences {

    /** A sequence that the backup does not know, because it began later. */
    record Named(OrganizerSlug organizer, String prefix) {}

    /**
     * Moves each sequence on, in the current unit.
     *
     * @param count how many numbers each leaves out
     * @param more sequences to begin behind so many numbers
     */
    List<LeftOutNumbers> leaveOut(long count, Collection<Named> more);
}
