package org.gatebook.query.giftcard;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;

import org.gatebook.api.giftcard.GiftCardExpansion;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.ShowGiftCard;
import org.gatebook.catalogue.acceptance.IssuerScopes;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.request.AboutThePast;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One gift card (behaviour notes, gift cards 1.3). */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_GIFT_CARDS, write = CAN_MANAGE_GIFT_CARDS)
class GiftCardDetailEndpoint {

    private final IssuerScopes scopes;
    private final GiftCardAnswers cards;

    GiftCardDetailEndpoint(IssuerScopes scopes, GiftCardAnswers cards) {
        this.scopes = scopes;
        this.cards = cards;
    }

    @Asks(name = "card", text = "The number of the gift card.")
    @Asks(name = IssuerScopes.INCLUDE_ACCEPTED, text = IssuerScopes.MEANING, choices = "true")
    @Asks(name = "expand", text = GiftCardExpansion.MEANING, choices = GiftCardExpansion.OWNER_TICKET, several = true)
    @Answers(status = 200, text = "The card.")
    @AboutThePast
    @GetMapping("/api/v1/organizers/{organizer}/giftcards/{card}/")
    Answer show(ApiRequest request, @PathVariable("card") long number) {
        var query = new ShowGiftCard(new GiftCardId(number), scopes.asked(request), OwnerTickets.asked(request));
        return cards.show(query).map(Answer::ok).orElseGet(Answer::notFound);
    }
}
