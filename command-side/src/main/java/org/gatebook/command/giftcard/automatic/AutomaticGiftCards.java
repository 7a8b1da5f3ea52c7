package org.gatebook.command.giftcard.automatic;

import java.time.Instant;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.catalogue.GiftCardSettings;
import org.gatebook.api.catalogue.OrganizerCatalogue;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.giftcard.GiftCardCommand.IssueGiftCard;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardQuery.IsGiftCardCodeTaken;
import org.gatebook.api.giftcard.GiftCardRefusals;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.command.code.CodeAlphabet;
import org.gatebook.command.code.RandomCodes;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Issues gift cards whose code the server makes up and whose expiry the organizer's settings give (behaviour notes, gift
 * cards 1.1 and 1.9). Works inside the present write unit.
 */
@Component
public class AutomaticGiftCards {

    /** Of 28^12 codes hardly one is used; who meets this many used ones in a row has a broken random source. */
    private static final int TRIES = 100;

    private final RandomCodes codes;
    private final OrganizerCatalogue catalogue;
    private final Questions questions;
    private final CommandSender commands;

    public AutomaticGiftCards(
            RandomCodes codes, OrganizerCatalogue catalogue, Questions questions, CommandSender commands) {
        this.codes = codes;
        this.catalogue = catalogue;
        this.questions = questions;
        this.commands = commands;
    }

    /** An empty card without any transaction, for a new medium. */
    public GiftCardCode issueEmpty(GiftCardId card, OrganizerSlug issuer, String currency, Instant now) {
        return issue(card, issuer, currency, false, null, now);
    }

    /**
     * A card with a made-up code.
     *
     * @param card a fresh number
     * @param currency ISO 4217 code
     * @param opening the first transaction; null for none
     * @return its code
     */
    public GiftCardCode issue(
            GiftCardId card,
            OrganizerSlug issuer,
            String currency,
            boolean testmode,
            @Nullable CardTransaction opening,
            Instant now) {
        GiftCardSettings settings = catalogue.giftCardSettings(issuer);
        var terms = new GiftCardTerms(settings.expiryOf(now), null, null);
        for (int i = 0; i < TRIES; i++) {
            var code = new GiftCardCode(codes.next(CodeAlphabet.GIFT_CARD, settings.codeLength()));
            if (questions.ask(new IsGiftCardCodeTaken(code, null, null))) {
                continue;
            }
            var command = new IssueGiftCard(card, issuer, code, currency, testmode, terms, opening, now);
            switch (commands.send(command)) {
                case Decision.Accepted<GiftCardId> issued -> {
                    return code;
                }
                case Decision.Refused<GiftCardId> refused -> {
                    if (!refused.refusal().equals(GiftCardRefusals.CODE_TAKEN)) {
                        throw new IllegalStateException(card + " could not be issued: " + refused.refusal());
                    }
                }
            }
        }
        throw new IllegalStateException("no free gift card code found in " + TRIES + " tries");
    }
}
