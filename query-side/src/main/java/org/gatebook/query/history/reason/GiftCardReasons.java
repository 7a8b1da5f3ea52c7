package org.gatebook.query.history.reason;

import static org.gatebook.query.history.sentence.Wording.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Where the credit of a gift card comes from, and its terms. */
final class GiftCardReasons {

    private final Steps steps;
    private final List<RecordedEvent> own;

    private GiftCardReasons(Chronicle story, GiftCardId id) {
        this.steps = new Steps(story);
        this.own = story.of(id.aggregateId()).toList();
    }

    /** The reasons of a card whose whole stream is in the story. */
    static List<Reason> of(Chronicle story, GiftCardId id) {
        GiftCardReasons of = new GiftCardReasons(story, id);
        List<Reason> reasons = new ArrayList<>(List.of(of.value(), of.issue()));
        of.term("expiry", GiftCardTerms::expires, at -> "The card is good until " + moment(at) + ".")
                .ifPresent(reasons::add);
        of.term("conditions", GiftCardTerms::conditions, text -> "The card has the conditions “" + text + "”.")
                .ifPresent(reasons::add);
        of.term(
                        "owner",
                        GiftCardTerms::ownerTicket,
                        ticket -> "The card is owned by the position with the number " + ticket + ".")
                .ifPresent(reasons::add);
        return reasons;
    }

    private Reason value() {
        List<CardAmount> amounts = own.stream()
                .filter(event -> event.payload() instanceof GiftCardTransacted)
                .map(event ->
                        ((GiftCardTransacted) event.payload()).transaction().amount())
                .toList();
        CardAmount in =
                sum(amounts.stream().filter(amount -> !amount.isNegative()).toList());
        CardAmount out = sum(amounts.stream().filter(CardAmount::isNegative).toList());
        String currency = issued().currency();
        return steps.reason(
                "value",
                "The card is worth " + in.plus(out) + " " + currency + ": " + in + " were put on it and "
                        + CardAmount.NOTHING.minus(out) + " were taken from it.",
                own.stream().filter(event -> event.payload() instanceof GiftCardTransacted));
    }

    private static CardAmount sum(List<CardAmount> amounts) {
        return amounts.stream().reduce(CardAmount.NOTHING, CardAmount::plus);
    }

    private Reason issue() {
        RecordedEvent first = own.getLast();
        return steps.reason(
                "issue",
                steps.causeOf(first).isPresent()
                        ? "The card exists, because an order sold it."
                        : "The card exists, because " + issued().issuer().value() + " issued it.",
                first);
    }

    private GiftCardIssued issued() {
        return (GiftCardIssued) own.getLast().payload();
    }

    /** The event since which a term is what it is; nothing for a term that the card has not. */
    private <T> Optional<Reason> term(
            String about, Function<GiftCardTerms, @Nullable T> term, Function<T, String> sentence) {
        List<RecordedEvent> told =
                own.stream().filter(event -> terms(event) != null).toList();
        T now = term.apply(Objects.requireNonNull(terms(told.getFirst())));
        if (now == null) {
            return Optional.empty();
        }
        RecordedEvent since = told.getFirst();
        for (RecordedEvent event : told) {
            if (!now.equals(term.apply(Objects.requireNonNull(terms(event))))) {
                break;
            }
            since = event;
        }
        return Optional.of(steps.reason(about, sentence.apply(now), since));
    }

    private static @Nullable GiftCardTerms terms(RecordedEvent event) {
        if (event.payload() instanceof GiftCardIssued issued) {
            return issued.terms();
        }
        return event.payload() instanceof GiftCardTermsChanged changed ? changed.terms() : null;
    }
}
