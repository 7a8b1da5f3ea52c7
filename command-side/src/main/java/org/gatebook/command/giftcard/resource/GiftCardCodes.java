package org.gatebook.command.giftcard.resource;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.IsGiftCardCodeTaken;
import org.gatebook.api.giftcard.GiftCardRefusals;
import org.gatebook.catalogue.acceptance.IssuerScopes;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.error.ApiError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps codes unique among the cards that an organizer's guests can use: its own and those of issuers that it accepts
 * (behaviour notes, gift cards 1.2). Its own are claimed as well, so that no two requests can pass here at once; between
 * organizers that race is left open, as in the reference.
 */
@Component
public class GiftCardCodes {

    private final Questions questions;
    private final IssuerScopes scopes;

    GiftCardCodes(Questions questions, IssuerScopes scopes) {
        this.questions = questions;
        this.scopes = scopes;
    }

    /**
     * Ends the request with 400 if another card has the code.
     *
     * @param except the card that may have it; null for a new one
     * @throws org.gatebook.web.error.Rejected with 400
     */
    public void requireFree(GiftCardCode code, OrganizerSlug organizer, @Nullable GiftCardId except) {
        if (questions.ask(new IsGiftCardCodeTaken(code, scopes.withAccepted(organizer), except))) {
            throw ApiError.of(GiftCardRefusals.CODE_TAKEN).rejected();
        }
    }
}
