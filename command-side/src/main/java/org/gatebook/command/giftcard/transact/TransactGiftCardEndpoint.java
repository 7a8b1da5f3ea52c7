package org.gatebook.command.giftcard.transact;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;

import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCommand.TransactGiftCard;
import org.gatebook.api.giftcard.GiftCardExpansion;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.catalogue.acceptance.IssuerScopes;
import org.gatebook.command.giftcard.resource.GiftCardResource;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Books on a card (behaviour notes, gift cards 1.7). This is what tills do all day: the address names the stream, so the
 * card itself says whether it is reached, and nothing is asked before.
 */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_GIFT_CARDS, write = CAN_MANAGE_GIFT_CARDS)
class TransactGiftCardEndpoint {

    private final IssuerScopes scopes;
    private final GiftCardResource cards;
    private final CommandSender commands;

    TransactGiftCardEndpoint(IssuerScopes scopes, GiftCardResource cards, CommandSender commands) {
        this.scopes = scopes;
        this.cards = cards;
        this.commands = commands;
    }

    @Asks(name = "card", text = "The number of the gift card.")
    @Asks(name = IssuerScopes.INCLUDE_ACCEPTED, text = IssuerScopes.MEANING, choices = "true")
    @Asks(name = "expand", text = GiftCardExpansion.MEANING, choices = GiftCardExpansion.OWNER_TICKET, several = true)
    @Answers(status = 200, text = "The card after the transaction.")
    @Answers(status = 400, text = "A bare list of sentences, not an object.")
    @Answers(
            status = 409,
            text = "`The gift card does not have sufficient credit for this operation.`, under `value`; nothing was"
                    + " booked and asking again does not help.")
    @Reads(TransactionForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/giftcards/{card}/transact/")
    Answer transact(ApiRequest request, @PathVariable("card") long number) {
        var card = new GiftCardId(number);
        IssuerScope scope = scopes.asked(request);
        var command = new TransactGiftCard(card, scope, transaction(request, card, scope), request.now());
        return Answer.decided(
                commands.send(command), booked -> Answer.okLater(() -> cards.shown(booked, scope, request)));
    }

    /** That a card is unknown is said before anything is said about the body. */
    private CardTransaction transaction(ApiRequest request, GiftCardId card, IssuerScope scope) {
        try {
            return TransactionForm.read(request.body(), request.clientId(), request.organizer());
        } catch (Rejected wrongBody) {
            cards.require(card, scope);
            throw wrongBody;
        }
    }
}
