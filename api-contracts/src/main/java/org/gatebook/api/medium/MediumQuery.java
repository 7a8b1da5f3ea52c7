package org.gatebook.api.medium;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.query.Query;

/**
 * Questions about media.
 *
 * @param <R> the answer
 */
public sealed interface MediumQuery<R> extends Query<R> {

    /** The medium as its resource shows it; empty if this organizer has no such medium. */
    record ShowMedium(MediumId id, OrganizerSlug organizer, MediumExpansion expansion)
            implements MediumQuery<Optional<MediumView>> {}

    /**
     * The medium of this type and identifier as a lookup shows it: the organizer's own, else that of an accepted issuer,
     * without its ticket and its customer but with its card (behaviour notes, reusable media 2.7). A cancelled ticket is
     * expanded, which list and detail do not. When several issuers have it, the oldest is shown.
     *
     * @param type any text; there need be no such type
     */
    record LookUpMedium(
            OrganizerSlug organizer,
            Set<OrganizerSlug> acceptedIssuers,
            String type,
            String identifier,
            MediumExpansion expansion)
            implements MediumQuery<Optional<MediumView>> {
        public LookUpMedium {
            acceptedIssuers = Set.copyOf(acceptedIssuers);
        }
    }

    /** The media that stand for a ticket of this order, with their owners. */
    record MediaOfOrder(OrderId order) implements MediumQuery<Map<MediumId, OrganizerSlug>> {}

    /** Those positions of an order for which some medium stands. */
    record PositionsWithMedia(OrderId order) implements MediumQuery<Set<Long>> {}

    /** Whose medium it is; empty if there is no such medium anywhere. */
    record FindMediumOwner(MediumId id) implements MediumQuery<Optional<OrganizerSlug>> {}
}
