package org.gatebook.command.giftcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatebook.command.giftcard.GiftCardExamples.ACCEPTOR;
import static org.gatebook.command.giftcard.GiftCardExamples.CARD;
import static org.gatebook.command.giftcard.GiftCardExamples.ISSUER;
import static org.gatebook.command.giftcard.GiftCardExamples.NOW;
import static org.gatebook.command.giftcard.GiftCardExamples.booking;
import static org.gatebook.command.giftcard.GiftCardExamples.issue;
import static org.gatebook.command.giftcard.GiftCardExamples.issued;
import static org.gatebook.command.giftcard.GiftCardExamples.setConditions;
import static org.gatebook.command.giftcard.GiftCardExamples.setValue;
import static org.gatebook.command.giftcard.GiftCardExamples.transact;
import static org.gatebook.command.giftcard.GiftCardExamples.transacted;

import java.util.List;
import java.util.Set;
import org.gatebook.api.EventSlug;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCommand;
import org.gatebook.api.giftcard.GiftCardCommand.BookForOrder;
import org.gatebook.api.giftcard.GiftCardCommand.ChangeGiftCard;
import org.gatebook.api.giftcard.GiftCardCommand.IssueGiftCard;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardRefusals;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.IssuerScope;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.command.giftcard.GiftCardDecider.CodeClaim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GiftCardDeciderTest {

    private static final GiftCardState FIFTY = new GiftCardState(ISSUER, CardAmount.of("50.00"), GiftCardTerms.NONE);

    @Nested
    class Issuing {
        @Test
        void makes_the_starting_credit_the_first_transaction_even_when_it_is_nothing() {
            assertThat(events(null, issue("0.00"))).containsExactly(issued(), transacted(1, "0.00"));
        }

        @Test
        void without_starting_credit_books_nothing() {
            IssueGiftCard whole = issue("0.00");
            var empty = new IssueGiftCard(
                    whole.card(), whole.issuer(), whole.code(), "EUR", false, GiftCardTerms.NONE, null, NOW);
            assertThat(events(null, empty)).containsExactly(issued());
        }

        @Test
        void is_refused_when_the_issuer_has_a_card_of_that_code() {
            assertThat(GiftCardDecider.decide(null, issue("5.00"), CodeClaim.TAKEN))
                    .isEqualTo(Outcome.refused(GiftCardRefusals.CODE_TAKEN));
        }

        @Test
        void is_refused_with_less_than_nothing() {
            assertThat(refusal(null, issue("-0.01"))).isEqualTo(GiftCardRefusals.INSUFFICIENT_CREDIT);
        }

        @Test
        void under_a_used_number_is_a_defect() {
            assertThatThrownBy(() -> events(FIFTY, issue("1.00"))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class Transacting {
        @Test
        void adds_and_takes_down_to_exactly_nothing() {
            assertThat(events(FIFTY, transact("2.00"))).containsExactly(transacted(2, "2.00"));
            assertThat(events(FIFTY, transact("-50.00"))).containsExactly(transacted(2, "-50.00"));
        }

        @Test
        void books_nothing_too() {
            assertThat(events(FIFTY, transact("0.00"))).containsExactly(transacted(2, "0.00"));
        }

        @Test
        void never_goes_below_zero() {
            assertThat(refusal(FIFTY, transact("-50.01"))).isEqualTo(GiftCardRefusals.INSUFFICIENT_CREDIT);
        }

        @Test
        void reaches_a_foreign_card_only_if_its_issuer_is_accepted() {
            assertThat(refusal(FIFTY, transact("-1.00", IssuerScope.own(ACCEPTOR))))
                    .isEqualTo(GiftCardRefusals.UNKNOWN);
            assertThat(events(FIFTY, transact("-1.00", new IssuerScope(ACCEPTOR, Set.of(ISSUER)))))
                    .hasSize(1);
        }

        @Test
        void on_a_card_that_was_never_issued_is_refused_as_unknown() {
            assertThat(refusal(null, transact("1.00"))).isEqualTo(GiftCardRefusals.UNKNOWN);
        }
    }

    @Nested
    class Booking_for_an_order {
        private final OrderBooking order = OrderBooking.sale(new EventSlug("ev"), "ABCDE");

        private BookForOrder book(String amount) {
            return new BookForOrder(CARD, CardTransaction.forOrder(7, CardAmount.of(amount), ACCEPTOR, order), NOW);
        }

        @Test
        void names_the_order_and_asks_for_no_acceptance() {
            assertThat(events(FIFTY, book("23.00")))
                    .containsExactly(new GiftCardTransacted(
                            CARD, CardTransaction.forOrder(7, CardAmount.of("23.00"), ACCEPTOR, order), NOW));
        }

        @Test
        void never_goes_below_zero() {
            assertThat(refusal(FIFTY, book("-50.01"))).isEqualTo(GiftCardRefusals.INSUFFICIENT_CREDIT);
        }

        @Test
        void on_a_card_that_was_never_issued_is_refused_as_unknown() {
            assertThat(refusal(null, book("1.00"))).isEqualTo(GiftCardRefusals.UNKNOWN);
        }
    }

    @Nested
    class Changing {
        @Test
        void the_value_books_the_difference_even_when_that_is_nothing() {
            assertThat(events(FIFTY, setValue("14.00"))).containsExactly(transacted(3, "-36.00"));
            assertThat(events(FIFTY, setValue("50.00"))).containsExactly(transacted(3, "0.00"));
        }

        @Test
        void the_value_to_less_than_nothing_is_refused() {
            assertThat(refusal(FIFTY, setValue("-0.01"))).isEqualTo(GiftCardRefusals.INSUFFICIENT_CREDIT);
        }

        @Test
        void terms_stores_all_of_them() {
            assertThat(events(FIFTY, setConditions("Food only")))
                    .containsExactly(new GiftCardTermsChanged(CARD, new GiftCardTerms(null, "Food only", null)));
        }

        @Test
        void terms_to_what_they_are_stores_nothing() {
            var card = new GiftCardState(ISSUER, CardAmount.NOTHING, new GiftCardTerms(null, "Food only", 5L));
            assertThat(events(card, setConditions("Food only"))).isEmpty();
        }

        @Test
        void a_foreign_or_unknown_card_is_refused_as_unknown() {
            var foreign = new ChangeGiftCard(CARD, ACCEPTOR, null, null, NOW);
            assertThat(refusal(FIFTY, foreign)).isEqualTo(GiftCardRefusals.UNKNOWN);
            assertThat(refusal(null, setValue("1.00"))).isEqualTo(GiftCardRefusals.UNKNOWN);
        }
    }

    @Nested
    class Booked_amounts {
        @Test
        void keep_what_the_client_said_about_them() {
            var said = new CardTransaction(2, CardAmount.of("1.00"), ISSUER, "till 4", List.of(1, "a"), null);
            var command = new GiftCardCommand.TransactGiftCard(CARD, IssuerScope.own(ISSUER), said, NOW);
            assertThat(events(FIFTY, command)).containsExactly(new GiftCardTransacted(CARD, said, NOW));
            assertThat(booking(2, "1.00").text()).isNull();
        }
    }

    private static List<GiftCardEvent> events(@Nullable GiftCardState card, GiftCardCommand command) {
        return switch (GiftCardDecider.decide(card, command, CodeClaim.GRANTED)) {
            case Outcome.Accepted<GiftCardEvent, GiftCardId> accepted -> accepted.events();
            case Outcome.Refused<GiftCardEvent, GiftCardId> refused ->
                throw new AssertionError("refused: " + refused.refusal());
        };
    }

    private static Refusal refusal(@Nullable GiftCardState card, GiftCardCommand command) {
        return switch (GiftCardDecider.decide(card, command, CodeClaim.GRANTED)) {
            case Outcome.Accepted<GiftCardEvent, GiftCardId> accepted ->
                throw new AssertionError("accepted: " + accepted.events());
            case Outcome.Refused<GiftCardEvent, GiftCardId> refused -> {
                assertThat(refused.eventsKept()).isEmpty();
                yield refused.refusal();
            }
        };
    }
}
