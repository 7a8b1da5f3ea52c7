package org.gatebook.command.giftcard.change;

import static org.gatebook.web.auth.Permission.CAN_MANAGE_GIFT_CARDS;

import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.giftcard.GiftCardCommand.ChangeGiftCard;
import org.gatebook.api.giftcard.GiftCardCommand.NewValue;
import org.gatebook.api.giftcard.GiftCardExpansion;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardRefusals;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.api.giftcard.TermsChange;
import org.gatebook.api.giftcard.TermsChange.Field.Kept;
import org.gatebook.api.giftcard.TermsChange.Field.Set;
import org.gatebook.api.ticket.TicketLookup;
import org.gatebook.catalogue.acceptance.IssuerScopes;
import org.gatebook.command.giftcard.resource.GiftCardCodes;
import org.gatebook.command.giftcard.resource.GiftCardForm;
import org.gatebook.command.giftcard.resource.GiftCardResource;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Answers;
import org.gatebook.web.description.Asks;
import org.gatebook.web.description.Reads;
import org.gatebook.web.form.Field;
import org.gatebook.web.form.Parsed;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.request.ApiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes a card. What is said about a request that is wrong in several ways: first that the card is unknown, then what
 * is wrong with the body, then that other issuers' cards are not changed (behaviour notes, gift cards 1.6).
 */
@RestController
@ApiResource(scope = Scope.ORGANIZER, read = CAN_MANAGE_GIFT_CARDS, write = CAN_MANAGE_GIFT_CARDS)
class ChangeGiftCardEndpoint {

    private static final String CARD = "/api/v1/organizers/{organizer}/giftcards/{card}/";

    private final TicketLookup tickets;
    private final IssuerScopes scopes;
    private final GiftCardCodes codes;
    private final GiftCardResource cards;
    private final CommandSender commands;

    ChangeGiftCardEndpoint(
            TicketLookup tickets,
            IssuerScopes scopes,
            GiftCardCodes codes,
            GiftCardResource cards,
            CommandSender commands) {
        this.tickets = tickets;
        this.scopes = scopes;
        this.codes = codes;
        this.cards = cards;
        this.commands = commands;
    }

    @Asks(name = "card", text = "The number of the gift card.")
    @Asks(name = IssuerScopes.INCLUDE_ACCEPTED, text = IssuerScopes.MEANING, choices = "true")
    @Asks(name = "expand", text = GiftCardExpansion.MEANING, choices = GiftCardExpansion.OWNER_TICKET, several = true)
    @Answers(status = 200, text = "The card with its new value.")
    @Answers(status = 400, text = GiftCardForm.CODE_TAKEN)
    @Answers(
            status = 403,
            text = "`Accepted gift cards cannot be updated, use transact instead.`, as soon as `include_accepted` is"
                    + " there.")
    @Reads(GiftCardForm.class)
    @PatchMapping(CARD)
    Answer change(ApiRequest request, @PathVariable("card") long number) {
        var card = new GiftCardId(number);
        cards.require(card, scopes.asked(request));
        return change(request, card, GiftCardForm.FORM.change(request.body(), lookups(request)));
    }

    @Asks(name = "card", text = "The number of the gift card.")
    @Asks(name = IssuerScopes.INCLUDE_ACCEPTED, text = IssuerScopes.MEANING, choices = "true")
    @Asks(name = "expand", text = GiftCardExpansion.MEANING, choices = GiftCardExpansion.OWNER_TICKET, several = true)
    @Answers(status = 200, text = "The card with its new value.")
    @Answers(status = 400, text = GiftCardForm.CODE_TAKEN)
    @Answers(
            status = 403,
            text = "`Accepted gift cards cannot be updated, use transact instead.`, as soon as `include_accepted` is"
                    + " there.")
    @Reads(GiftCardForm.class)
    @PutMapping(CARD)
    Answer replace(ApiRequest request, @PathVariable("card") long number) {
        var card = new GiftCardId(number);
        cards.require(card, scopes.asked(request));
        return change(request, card, GiftCardForm.FORM.replace(request.body(), lookups(request)));
    }

    private Lookups lookups(ApiRequest request) {
        return GiftCardForm.lookups(tickets, request.organizer());
    }

    private Answer change(ApiRequest request, GiftCardId card, Parsed sent) {
        GiftCardCode code = sent.find(GiftCardForm.SECRET);
        if (code != null) {
            codes.requireFree(code, request.organizer(), card);
        }
        if (request.query().has(IssuerScopes.INCLUDE_ACCEPTED)) {
            return Answer.refusal(GiftCardRefusals.ACCEPTED_CARD_UNCHANGEABLE);
        }
        var terms = new TermsChange(
                term(sent, GiftCardForm.EXPIRES),
                term(sent, GiftCardForm.CONDITIONS),
                term(sent, GiftCardForm.OWNER_TICKET));
        NewValue value = sent.has(GiftCardForm.VALUE)
                ? new NewValue(request.clientId(), new CardAmount(sent.get(GiftCardForm.VALUE)))
                : null;
        var command = new ChangeGiftCard(card, request.organizer(), terms, value, request.now());
        return Answer.decided(
                commands.send(command),
                changed -> Answer.okLater(() -> cards.shown(changed, IssuerScope.own(request.organizer()), request)));
    }

    private static <T> TermsChange.Field<@Nullable T> term(Parsed sent, Field<T> field) {
        return sent.has(field) ? new Set<>(sent.find(field)) : new Kept<>();
    }
}
