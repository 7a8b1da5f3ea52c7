package org.gatebook.command.giftcard;

import java.time.Instant;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCode;
import org.gatebook.api.giftcard.GiftCardCommand.ChangeGiftCard;
import org.gatebook.api.giftcard.GiftCardCommand.IssueGiftCard;
import org.gatebook.api.giftcard.GiftCardCommand.NewValue;
import org.gatebook.api.giftcard.GiftCardCommand.TransactGiftCard;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.api.giftcard.TermsChange;
import org.gatebook.api.giftcard.TermsChange.Field;
import org.gatebook.api.personal.Personal;

/** A card of one organizer, for tests: its commands and events with what does not matter left out. */
final class GiftCardExamples {

    static final GiftCardId CARD = new GiftCardId(100_001);
    static final OrganizerSlug ISSUER = new OrganizerSlug("issuer");
    static final OrganizerSlug ACCEPTOR = new OrganizerSlug("acceptor");
    static final Instant NOW = Instant.parse("2030-05-05T12:00:00.000001Z");

    private GiftCardExamples() {}

    static IssueGiftCard issue(String value) {
        return new IssueGiftCard(
                CARD,
                ISSUER,
                new GiftCardCode("GC-1"),
                "EUR",
                false,
                GiftCardTerms.NONE,
                CardTransaction.plain(1, CardAmount.of(value), ISSUER),
                NOW);
    }

    static TransactGiftCard transact(String amount) {
        return transact(amount, IssuerScope.own(ISSUER));
    }

    static TransactGiftCard transact(String amount, IssuerScope scope) {
        return new TransactGiftCard(CARD, scope, booking(2, amount), NOW);
    }

    static CardTransaction booking(long id, String amount) {
        return CardTransaction.plain(id, CardAmount.of(amount), ISSUER);
    }

    static ChangeGiftCard setValue(String credit) {
        return new ChangeGiftCard(CARD, ISSUER, null, new NewValue(3, CardAmount.of(credit)), NOW);
    }

    static ChangeGiftCard setConditions(String conditions) {
        return new ChangeGiftCard(
                CARD,
                ISSUER,
                new TermsChange(new Field.Kept<>(), new Field.Set<>(conditions), new Field.Kept<>()),
                null,
                NOW);
    }

    static GiftCardIssued issued() {
        return new GiftCardIssued(
                CARD, ISSUER, Personal.bearer(CARD.subject(), "GC-1"), "EUR", false, NOW, GiftCardTerms.NONE);
    }

    static GiftCardTransacted transacted(long id, String amount) {
        return new GiftCardTransacted(CARD, booking(id, amount), NOW);
    }
}
