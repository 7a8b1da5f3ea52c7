package org.gatebook.command.giftcard;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.giftcard.GiftCardCommand;
import org.gatebook.api.giftcard.GiftCardCommand.BookForOrder;
import org.gatebook.api.giftcard.GiftCardCommand.ChangeGiftCard;
import org.gatebook.api.giftcard.GiftCardCommand.IssueGiftCard;
import org.gatebook.api.giftcard.GiftCardCommand.TransactGiftCard;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.command.giftcard.GiftCardDecider.CodeClaim;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.aggregate.Decides;
import org.gatebook.eventstore.aggregate.EventSourcedAggregateRoot;
import org.jspecify.annotations.Nullable;

/** What Axon sees of a gift card; the rules are in {@link GiftCardDecider}. */
class GiftCard extends EventSourcedAggregateRoot<GiftCardState, GiftCardEvent> {

    GiftCard() {
        super(GiftCardEvent.class);
    }

    @Decides
    Decision<GiftCardId> issue(IssueGiftCard command, Claims claims) {
        boolean granted = claims.claim(
                GiftCardClaims.CODE, command.issuer().value(), command.code().value(), command.aggregateId());
        return decide(command, granted ? CodeClaim.GRANTED : CodeClaim.TAKEN);
    }

    @Decides
    Decision<GiftCardId> transact(TransactGiftCard command) {
        return decide(command, CodeClaim.GRANTED);
    }

    @Decides
    Decision<GiftCardId> book(BookForOrder command) {
        return decide(command, CodeClaim.GRANTED);
    }

    @Decides
    Decision<GiftCardId> change(ChangeGiftCard command) {
        return decide(command, CodeClaim.GRANTED);
    }

    private Decision<GiftCardId> decide(GiftCardCommand command, CodeClaim code) {
        return settle(command, GiftCardDecider.decide(state(), command, code));
    }

    @Override
    protected GiftCardState evolve(@Nullable GiftCardState before, GiftCardEvent event) {
        return GiftCardState.evolve(before, event);
    }

    @Override
    protected OrganizerSlug organizer(GiftCardState of) {
        return of.issuer();
    }
}
