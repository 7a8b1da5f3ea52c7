package org.gatebook.command.medium;

import java.util.Optional;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumType;
import org.gatebook.eventstore.Claims;

/**
 * The ledger that keeps identifiers unique per owner and type, letter case counting (behaviour notes, reusable media
 * 2.2). Two units that want the same one at once wait for each other, so that no interleaving makes two.
 */
public final class MediumIdentifiers {

    private static final String KIND = "medium.identifier";

    private final Claims claims;

    MediumIdentifiers(Claims claims) {
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

    private static String scope(OrganizerSlug owner, MediumType type) {
        return owner.value() + "/" + type.wireName();
    }
}
