package org.gatebook.command.giftcard;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCommand;
import org.gatebook.api.giftcard.GiftCardCommand.BookForOrder;
import org.gatebook.api.giftcard.GiftCardCommand.ChangeGiftCard;
import org.gatebook.api.giftcard.GiftCardCommand.IssueGiftCard;
import org.gatebook.api.giftcard.GiftCardCommand.TransactGiftCard;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardRefusals;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.personal.Personal;
import org.jspecify.annotations.Nullable;

/** The rules of gift cards (behaviour notes, gift cards 1.2 and 1.5 to 1.9), without clock, database or chance. */
final class GiftCardDecider {

    private GiftCardDecider() {}

    /**
     * Decides the command.
     *
     * @param card the card as it is; null if it was never issued
     * @param code whether the issuer had no other card of the code; only looked at when a card is issued
     */
    static Outcome<GiftCardEvent, GiftCardId> decide(
            @Nullable GiftCardState card, GiftCardCommand command, CodeClaim code) {
        return switch (command) {
            case IssueGiftCard issue -> issue(card, issue, code);
            case TransactGiftCard transact -> transact(card, transact);
            case BookForOrder book -> card == null ? unknown() : book(card, book.card(), book.transaction(), command);
            case ChangeGiftCard change -> change(card, change);
        };
    }

    private static Outcome<GiftCardEvent, GiftCardId> issue(
            @Nullable GiftCardState card, IssueGiftCard issue, CodeClaim code) {
        if (card != null) {
            throw new IllegalStateException(issue.card() + " was issued before; its number must be a fresh one");
        }
        if (code == CodeClaim.TAKEN) {
            return Outcome.refused(GiftCardRefusals.CODE_TAKEN);
        }
        List<GiftCardEvent> events = new ArrayList<>();
        events.add(new GiftCardIssued(
                issue.card(),
                issue.issuer(),
                Personal.bearer(issue.card().subject(), issue.code().value()),
                issue.currency(),
                issue.testmode(),
                issue.now(),
                issue.terms()));
        CardTransaction opening = issue.opening();
        if (opening != null) {
            if (opening.amount().isNegative()) {
                return Outcome.refused(GiftCardRefusals.INSUFFICIENT_CREDIT);
            }
            events.add(new GiftCardTransacted(issue.card(), opening, issue.now()));
        }
        return Outcome.accepted(issue.card(), events);
    }

    private static Outcome<GiftCardEvent, GiftCardId> transact(
            @Nullable GiftCardState card, TransactGiftCard transact) {
        return card == null || !transact.scope().reaches(card.issuer())
                ? unknown()
                : book(card, transact.card(), transact.transaction(), transact);
    }

    private static Outcome<GiftCardEvent, GiftCardId> book(
            GiftCardState card, GiftCardId id, CardTransaction transaction, GiftCardCommand command) {
        return card.credit().plus(transaction.amount()).isNegative()
                ? Outcome.refused(GiftCardRefusals.INSUFFICIENT_CREDIT)
                : Outcome.accepted(id, List.of(new GiftCardTransacted(id, transaction, command.now())));
    }

    private static Outcome<GiftCardEvent, GiftCardId> change(@Nullable GiftCardState card, ChangeGiftCard change) {
        if (card == null || !card.issuer().equals(change.organizer())) {
            return unknown();
        }
        List<GiftCardEvent> events = new ArrayList<>();
        if (change.terms() != null) {
            GiftCardTerms terms = change.terms().applyTo(card.terms());
            if (!terms.equals(card.terms())) {
                events.add(new GiftCardTermsChanged(change.card(), terms));
            }
        }
        if (change.value() != null) {
            if (change.value().credit().isNegative()) {
                return Outcome.refused(GiftCardRefusals.INSUFFICIENT_CREDIT);
            }
            CardTransaction difference = CardTransaction.plain(
                    change.value().transactionId(), change.value().credit().minus(card.credit()), change.organizer());
            events.add(new GiftCardTransacted(change.card(), difference, change.now()));
        }
        return Outcome.accepted(change.card(), events);
    }

    private static Outcome<GiftCardEvent, GiftCardId> unknown() {
        return Outcome.refused(GiftCardRefusals.UNKNOWN);
    }

    /** What came of claiming a card's code for its issuer. */
    enum CodeClaim {
        /** The code is this card's from now on, or none was asked for. */
        GRANTED,
        /** Another card of the issuer has it. */
        TAKEN
    }
}
