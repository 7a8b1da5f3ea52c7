package org.gatebook.command.giftcard.resource;

import org.gatebook.api.giftcard.GiftCardExpansion;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCard;
import org.gatebook.api.giftcard.GiftCardView;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.api.query.Links;
import org.gatebook.eventstore.Questions;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.page.Expansion;
import org.gatebook.web.request.ApiRequest;
import org.springframework.stereotype.Component;

/** The gift card that a request is about, as the query side shows it. */
@Component
public class GiftCardResource {

    private final Questions questions;

    GiftCardResource(Questions questions) {
        this.questions = questions;
    }

    /**
     * Ends the request with 404 if the card is not reached. For errors that the reference reports only about cards that
     * are there; where a command would find out by itself it is not asked, because every write would pay for it.
     *
     * @throws org.gatebook.web.error.Rejected with 404
     */
    public void require(GiftCardId card, IssuerScope scope) {
        if (questions.ask(new ShowGiftCard(card, scope, null)).isEmpty()) {
            throw ApiError.notFound().rejected();
        }
    }

    /** The card after what this request did to it, in the form that the client asked for. */
    public GiftCardView shown(GiftCardId card, IssuerScope scope, ApiRequest request) {
        boolean expanded =
                Expansion.of(request.query(), GiftCardExpansion.OWNER_TICKET).has(GiftCardExpansion.OWNER_TICKET);
        return questions
                .ask(new ShowGiftCard(
                        card, scope, expanded ? new Links(request.links().origin()) : null))
                .orElseThrow();
    }
}
