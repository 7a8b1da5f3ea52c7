package org.gatebook.command.medium;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.medium.MediumCommand.ChangeMedium;
import org.gatebook.api.medium.MediumCommand.CreateMedium;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumId;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.aggregate.Decides;
import org.gatebook.eventstore.aggregate.EventSourcedAggregateRoot;
import org.jspecify.annotations.Nullable;

/** The aggregate of one medium, as Axon sees it; the rules are {@link MediumDecider}'s. */
class Medium extends EventSourcedAggregateRoot<MediumState, MediumEvent> {

    Medium() {
        super(MediumEvent.class);
    }

    @Decides
    Decision<MediumId> on(CreateMedium create, Claims claims) {
        IdentifierClaim identifier = create.identifier()
                .value()
                .map(text -> new MediumIdentifiers(claims).claim(create.organizer(), create.type(), text, create.id()))
                .orElseThrow();
        return settle(create, MediumDecider.decide(state(), create, identifier));
    }

    @Decides
    Decision<MediumId> on(ChangeMedium change) {
        return settle(change, MediumDecider.decide(state(), change, IdentifierClaim.GRANTED));
    }

    @Override
    protected MediumState evolve(@Nullable MediumState before, MediumEvent event) {
        return MediumState.evolve(before, event);
    }

    @Override
    protected OrganizerSlug organizer(MediumState of) {
        return of.organizer();
    }
}
