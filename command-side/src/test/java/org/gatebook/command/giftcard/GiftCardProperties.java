package org.gatebook.command.giftcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.giftcard.GiftCardExamples.issue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.GiftCardCommand;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.command.giftcard.GiftCardDecider.CodeClaim;

/** Holds whatever clients ask of a card, in whatever order. */
class GiftCardProperties {

    @Property(tries = 500)
    void a_card_never_goes_below_zero(@ForAll("life") List<GiftCardCommand> commands) {
        GiftCardState card = null;
        for (GiftCardEvent event : happened(commands)) {
            card = GiftCardState.evolve(card, event);
            assertThat(card.credit().isNegative()).isFalse();
        }
    }

    @Property(tries = 500)
    void the_credit_is_the_sum_of_the_transactions(@ForAll("life") List<GiftCardCommand> commands) {
        GiftCardState card = null;
        CardAmount sum = CardAmount.NOTHING;
        for (GiftCardEvent event : happened(commands)) {
            card = GiftCardState.evolve(card, event);
            if (event instanceof GiftCardTransacted booked) {
                sum = sum.plus(booked.transaction().amount());
            }
        }
        assertThat(card).isNotNull();
        assertThat(card.credit()).isEqualTo(sum);
    }

    @Property(tries = 500)
    void a_refusal_changes_nothing(@ForAll("life") List<GiftCardCommand> commands) {
        GiftCardState card = null;
        for (GiftCardCommand command : commands) {
            GiftCardState before = card;
            var outcome = GiftCardDecider.decide(card, command, CodeClaim.GRANTED);
            for (GiftCardEvent event : eventsOf(outcome)) {
                card = GiftCardState.evolve(card, event);
            }
            if (outcome instanceof Outcome.Refused) {
                assertThat(card).isEqualTo(before);
            }
        }
    }

    @Provide
    Arbitrary<List<GiftCardCommand>> life() {
        Arbitrary<String> amount = Arbitraries.longs()
                .between(-9_999, 9_999)
                .map(cents -> BigDecimal.valueOf(cents, 2).toPlainString());
        Arbitrary<String> credit = Arbitraries.longs()
                .between(0, 9_999)
                .map(cents -> BigDecimal.valueOf(cents, 2).toPlainString());
        Arbitrary<GiftCardCommand> later = Arbitraries.oneOf(
                amount.map(GiftCardExamples::transact),
                amount.map(GiftCardExamples::setValue),
                Arbitraries.of("a", "b").map(GiftCardExamples::setConditions));
        return credit.flatMap(first -> later.list().ofMaxSize(30).map(rest -> {
            List<GiftCardCommand> all = new ArrayList<>();
            all.add(issue(first));
            all.addAll(rest);
            return all;
        }));
    }

    private static List<GiftCardEvent> happened(List<GiftCardCommand> commands) {
        List<GiftCardEvent> events = new ArrayList<>();
        GiftCardState card = null;
        for (GiftCardCommand command : commands) {
            for (GiftCardEvent event : eventsOf(GiftCardDecider.decide(card, command, CodeClaim.GRANTED))) {
                events.add(event);
                card = GiftCardState.evolve(card, event);
            }
        }
        return events;
    }

    private static List<GiftCardEvent> eventsOf(Outcome<GiftCardEvent, GiftCardId> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<GiftCardEvent, GiftCardId> accepted -> accepted.events();
            case Outcome.Refused<GiftCardEvent, GiftCardId> refused -> refused.eventsKept();
        };
    }
}
