package org.gatebook.command.giftcard.delete;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;

import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.catalogue.acceptance.IssuerScopes;
import org.gatebook.command.giftcard.resource.GiftCardResource;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says that cards cannot be deleted, in the reference's words and only about cards that are there. */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_GIFT_CARDS, write = CAN_MANAGE_GIFT_CARDS)
class DeleteGiftCardEndpoint {

    private final IssuerScopes scopes;
    private final GiftCardResource cards;

    DeleteGiftCardEndpoint(IssuerScopes scopes, GiftCardResource cards) {
        this.scopes = scopes;
        this.cards = cards;
    }

    @Asks(name = "card", text = "The number of the gift card.")
    @Asks(name = IssuerScopes.INCLUDE_ACCEPTED, text = IssuerScopes.MEANING, choices = "true")
    @Answers(status = 405, text = "Always: gift cards cannot be deleted.")
    @DeleteMapping("/api/v1/organizers/{organizer}/giftcards/{card}/")
    Answer delete(ApiRequest request, @PathVariable("card") long number) {
        cards.require(new GiftCardId(number), scopes.asked(request));
        return Answer.methodNotAllowed("Gift cards cannot be deleted.");
    }
}
