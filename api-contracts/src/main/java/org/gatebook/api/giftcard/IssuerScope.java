package org.gatebook.api.giftcard;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatebook.api.OrganizerSlug;

/**
 * Whose cards a request reaches: those of its own organizer and, where the client asks for them, of the issuers that
 * this organizer actively accepts (behaviour notes, gift cards 1.3). A card outside is as good as unknown.
 *
 * @param organizer the organizer in the address
 * @param accepted other issuers whose cards are reached too
 */
public record IssuerScope(OrganizerSlug organizer, Set<OrganizerSlug> accepted) {

    public IssuerScope {
        accepted = Set.copyOf(accepted);
    }

    /** Only the organizer's own cards. */
    public static IssuerScope own(OrganizerSlug organizer) {
        return new IssuerScope(organizer, Set.of());
    }

    /** Whether cards of this issuer are reached. */
    public boolean reaches(OrganizerSlug issuer) {
        return organizer.equals(issuer) || accepted.contains(issuer);
    }

    /** All issuers whose cards are reached. */
    public Set<OrganizerSlug> issuers() {
        return Stream.concat(Stream.of(organizer), accepted.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
