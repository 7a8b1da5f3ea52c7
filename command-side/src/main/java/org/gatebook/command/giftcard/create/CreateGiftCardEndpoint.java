package org.gatebook.command.giftcard.create;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;

import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCommand.IssueGiftCard;
import org.gatebook.api.giftcard.GiftCardExpansion;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.command.giftcard.resource.GiftCardCodes;
import org.gatebook.command.giftcard.resource.GiftCardForm;
import org.gatebook.command.giftcard.resource.GiftCardResource;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.request.ApiRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues a card; its starting credit is its first transaction (behaviour notes, gift cards 1.5). */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_GIFT_CARDS, write = CAN_MANAGE_GIFT_CARDS)
class CreateGiftCardEndpoint {

    private final TicketLookup tickets;
    private final GiftCardCodes codes;
    private final GiftCardResource cards;
    private final ClientIds ids;
    private final CommandSender commands;

    CreateGiftCardEndpoint(
            TicketLookup tickets, GiftCardCodes codes, GiftCardResource cards, ClientIds ids, CommandSender commands) {
        this.tickets = tickets;
        this.codes = codes;
        this.cards = cards;
        this.ids = ids;
        this.commands = commands;
    }

    @Asks(name = "expand", text = GiftCardExpansion.MEANING, choices = GiftCardExpansion.OWNER_TICKET, several = true)
    @Answers(status = 201, text = "The card; its value is its first transaction.")
    @Answers(status = 400, text = GiftCardForm.CODE_TAKEN)
    @Reads(GiftCardForm.class)
    @PostMapping("/api/v1/organizers/{organizer}/giftcards/")
    Answer create(ApiRequest request) {
        OrganizerSlug issuer = request.organizer();
        Parsed sent = GiftCardForm.FORM.create(request.body(), GiftCardForm.lookups(tickets, issuer));
        codes.requireFree(sent.get(GiftCardForm.SECRET), issuer, null);

        var credit = new CardAmount(sent.get(GiftCardForm.VALUE));
        var command = new IssueGiftCard(
                new GiftCardId(request.clientId()),
                issuer,
                sent.get(GiftCardForm.SECRET),
                sent.get(GiftCardForm.CURRENCY),
                sent.get(GiftCardForm.TESTMODE),
                new GiftCardTerms(
                        sent.find(GiftCardForm.EXPIRES),
                        sent.find(GiftCardForm.CONDITIONS),
                        sent.find(GiftCardForm.OWNER_TICKET)),
                CardTransaction.plain(ids.next(), credit, issuer),
                request.now());
        return Answer.decided(
                commands.send(command),
                card -> Answer.createdLater(() -> cards.shown(card, IssuerScope.own(issuer), request)));
    }
}
