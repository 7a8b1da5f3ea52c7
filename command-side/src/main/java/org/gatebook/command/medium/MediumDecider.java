package org.gatebook.command.medium;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.medium.MediumChange;
import org.gatebook.api.medium.MediumCommand.ChangeMedium;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumRefusals;

/**
 * The rules of reusable media (behaviour notes, section 2). Being inactive or expired refuses nothing here, and any type
 * may be linked to anything: the reference accepts both, and tills rely on it.
 */
final class MediumDecider {

    private MediumDecider() {}

    /** A medium comes into being if its owner has no other of this type and identifier (2.2). */
    static Outcome<MediumEvent, MediumId> decide(MediumState state, CreateMedium command, IdentifierClaim claim) {
        if (!(state instanceof MediumState.Unborn)) {
            throw new IllegalStateException("the number " + command.id().number() + " was drawn twice");
        }
        return switch (claim) {
            case TAKEN -> Outcome.refused(MediumRefusals.IDENTIFIER_TAKEN);
            case GRANTED ->
                Outcome.accepted(
                        command.id(),
                        List.of(new MediumCreated(
                                command.id(),
                                command.organizer(),
                                command.type(),
                                command.identifier(),
                                command.details(),
                                command.origin())));
        };
    }

    /** Every save is an event, because every save moves {@code updated} (2.1); only the owner saves (2.6). */
    static Outcome<MediumEvent, MediumId> decide(MediumState state, ChangeMedium command) {
        return switch (state) {
            case MediumState.Existing existing ->
                existing.organizer().equals(command.organizer())
                        ? Outcome.accepted(command.id(), List.of(change(existing.details(), command.changes())))
                        : Outcome.refused(Refusal.notFound());
            case MediumState.Unborn unborn -> Outcome.refused(Refusal.notFound());
        };
    }

    private static MediumChanged change(MediumDetails before, List<MediumChange> changes) {
        List<String> changed = new ArrayList<>();
        MediumDetails after = before;
        for (MediumChange change : changes) {
            if (!before.with(change).equals(before)) {
                changed.add(change.field());
            }
            after = after.with(change);
        }
        return new MediumChanged(changed, after);
    }
}
