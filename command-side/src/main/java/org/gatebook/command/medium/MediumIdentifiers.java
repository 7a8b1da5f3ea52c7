package org.gatebook.command.medium;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.medium.MediumEvent;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumType;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.ledger.ClaimRule;
import org.gatebook.eventstore.ledger.ClaimRule.ClaimChange;

/**
 * The ledger that keeps identifiers unique per owner and type, letter case counting (behaviour notes, reusable media
 * 2.2). Two units that want the same one at once wait for each other, so that no interleaving makes two.
 */
public final class MediumIdentifiers {

    private static final String KIND = "medium.identifier";

    private final Claims claims;

    public MediumIdentifiers(Claims claims) {
        this.claims = claims;
    }

    /** Takes the identifier for this medium, until the end of the world: media are never deleted. */
    IdentifierClaim claim(OrganizerSlug owner, MediumType type, String identifier, MediumId medium) {
        return claims.claim(KIND, scope(owner, type), identifier, medium.aggregateId())
                ? IdentifierClaim.GRANTED
                : IdentifierClaim.TAKEN;
    }

    /** Whether another medium than this has the identifier. */
    public boolean isTakenByOther(OrganizerSlug owner, MediumType type, String identifier, MediumId medium) {
        Optional<String> holder = claims.owner(KIND, scope(owner, type), identifier);
        return holder.isPresent() && !holder.get().equals(medium.aggregateId());
    }

    /** The same, as the events say it. */
    static ClaimRule<MediumEvent> rule() {
        return new ClaimRule<>(MediumId.KIND, MediumEvent.class, Set.of(KIND), (event, organizer) -> switch (event) {
            case MediumCreated created ->
                List.of(ClaimChange.taken(KIND, scope(created.organizer(), created.type()), created.identifier()));
            case MediumChanged e -> List.of();
        });
    }

    private static String scope(OrganizerSlug owner, MediumType type) {
        return owner.value() + "/" + type.wireName();
    }
}
