package org.gatebook.api.giftcard;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.query.Links;
import org.gatebook.api.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Questions about gift cards.
 *
 * @param <R> the answer
 */
public sealed interface GiftCardQuery<R> extends Query<R> {

    /**
     * The card as its resource shows it; empty outside the scope.
     *
     * @param ownerTicket links of the owner, which is then shown as a whole order position; null to show its number
     */
    record ShowGiftCard(
            GiftCardId card, IssuerScope scope, @Nullable Links ownerTicket)
            implements GiftCardQuery<Optional<GiftCardView>> {}

    /**
     * Cards by number, whoever issued them, for resources that link to cards; absent ones are left out.
     *
     * @param ownerTickets links of the owners, which are then shown as whole order positions; null to show their numbers
     */
    record ShowGiftCards(Set<GiftCardId> cards, @Nullable Links ownerTickets)
            implements GiftCardQuery<Map<GiftCardId, GiftCardView>> {
        public ShowGiftCards {
            cards = Set.copyOf(cards);
        }
    }

    /** The cards that tickets of this order own, with their issuers. */
    record CardsOwnedByOrder(OrderId order) implements GiftCardQuery<Map<GiftCardId, OrganizerSlug>> {}

    /**
     * Whether a card of exactly this code (letter case matters) exists within the scope.
     *
     * @param scope whose cards count; null for everybody's, as codes made by the server must be free everywhere
     * @param except a card that does not count, because it is the one being changed
     */
    record IsGiftCardCodeTaken(
            GiftCardCode code,
            @Nullable IssuerScope scope,
            @Nullable GiftCardId except) implements GiftCardQuery<Boolean> {}
}
