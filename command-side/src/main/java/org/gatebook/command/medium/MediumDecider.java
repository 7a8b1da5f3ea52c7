package org.gatebook.command.medium;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.medium.MediumChange;
import org.gatebook.api.medium.MediumCommand;
import org.gatebook.api.medium.MediumCommand.ChangeMedium;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumRefusals;
import org.jspecify.annotations.Nullable;

/**
 * The rules of reusable media (behaviour notes, section 2), without clock, database or chance. Being inactive or expired
 * refuses nothing here, and any type may be linked to anything: the reference accepts both, and tills rely on it.
 */
final class MediumDecider {

    private MediumDecider() {}

    /**
     * Decides the command.
     *
     * @param medium the medium as it is; null if it was never created
     * @param identifier whether the owner had no other medium of the type and identifier; only looked at when a medium is
     *     created
     */
    static Outcome<MediumEvent, MediumId> decide(
            @Nullable MediumState medium, MediumCommand command, IdentifierClaim identifier) {
        return switch (command) {
            case CreateMedium create -> create(medium, create, identifier);
            case ChangeMedium change -> change(medium, change);
        };
    }

    private static Outcome<MediumEvent, MediumId> create(
            @Nullable MediumState medium, CreateMedium create, IdentifierClaim identifier) {
        if (medium != null) {
            throw new IllegalStateException(create.id() + " was created before; its number must be a fresh one");
        }
        return switch (identifier) {
            case TAKEN -> Outcome.refused(MediumRefusals.IDENTIFIER_TAKEN);
            case GRANTED ->
                Outcome.accepted(
                        create.id(),
                        List.of(new MediumCreated(
                                create.id(),
                                create.organizer(),
                                create.type(),
                                create.identifier(),
                                create.details(),
                                create.origin())));
        };
    }

    /** Every save is an event, because every save moves {@code updated} (2.1); only the owner saves (2.6). */
    private static Outcome<MediumEvent, MediumId> change(@Nullable MediumState medium, ChangeMedium change) {
        return medium == null || !medium.organizer().equals(change.organizer())
                ? Outcome.refused(Refusal.notFound())
                : Outcome.accepted(change.id(), List.of(changed(medium.details(), change.changes())));
    }

    private static MediumChanged changed(MediumDetails before, List<MediumChange> changes) {
        List<String> fields = new ArrayList<>();
        MediumDetails after = before;
        for (MediumChange change : changes) {
            if (!before.with(change).equals(before)) {
                fields.add(change.field());
            }
            after = after.with(change);
        }
        return new MediumChanged(fields, after);
    }
}
