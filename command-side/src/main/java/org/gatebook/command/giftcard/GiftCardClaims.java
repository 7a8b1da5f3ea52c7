package org.gatebook.command.giftcard;

import java.util.List;
import java.util.Set;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.eventstore.ledger.ClaimRule;
import org.gatebook.eventstore.ledger.ClaimRule.ClaimChange;

/** What cards claim: their codes, each within its issuer's cards, for ever. */
final class GiftCardClaims {

    static final String CODE = "giftcard.code";

    private GiftCardClaims() {}

    static ClaimRule<GiftCardEvent> rule() {
        return new ClaimRule<>(
                GiftCardId.KIND, GiftCardEvent.class, Set.of(CODE), (event, organizer) -> switch (event) {
                    case GiftCardIssued issued ->
                        List.of(ClaimChange.taken(CODE, issued.issuer().value(), issued.code()));
                    case GiftCardTransacted e -> List.of();
                    case GiftCardTermsChanged e -> List.of();
                });
    }
}
