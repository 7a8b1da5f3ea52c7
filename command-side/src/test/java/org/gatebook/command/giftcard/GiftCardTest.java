package org.gatebook.command.giftcard;

import static org.gatebook.command.giftcard.GiftCardExamples.CARD;
import static org.gatebook.command.giftcard.GiftCardExamples.ISSUER;
import static org.gatebook.command.giftcard.GiftCardExamples.NOW;
import static org.gatebook.command.giftcard.GiftCardExamples.issue;
import static org.gatebook.command.giftcard.GiftCardExamples.issued;
import static org.gatebook.command.giftcard.GiftCardExamples.setValue;
import static org.gatebook.command.giftcard.GiftCardExamples.transact;
import static org.gatebook.command.giftcard.GiftCardExamples.transacted;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.gatebook.api.EventSlug;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardCommand.BookForOrder;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardRefusals;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.eventstore.Claims;
import org.gatebook.eventstore.test.AggregateFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every command through the aggregate as Axon runs it, done and refused. */
class GiftCardTest {

    private static final Decision<?> DONE = new Decision.Accepted<>(CARD);

    private final ClaimsInMemory claims = new ClaimsInMemory();
    private final AggregateTestFixture<GiftCard> card = AggregateFixtures.of(GiftCard.class);

    @BeforeEach
    void let_the_aggregate_claim() {
        card.registerInjectableResource(claims);
    }

    /** The fixture compares with what it can load afterwards, and a refused issue leaves no stream to load. */
    private TestExecutor<GiftCard> unissued() {
        card.setReportIllegalStateChange(false);
        return card.givenNoPriorActivity();
    }

    private static Decision<?> refused(Refusal refusal) {
        return new Decision.Refused<>(refusal, false);
    }

    @Nested
    class Issuing {
        @Test
        void a_card_claims_its_code_and_books_the_starting_credit() {
            unissued()
                    .when(issue("50.00"))
                    .expectEvents(issued(), transacted(1, "50.00"))
                    .expectResultMessagePayload(DONE);
        }

        @Test
        void a_card_of_a_taken_code_is_refused() {
            claims.claim("giftcard.code", ISSUER.value(), "GC-1", "giftcard:1");
            unissued()
                    .when(issue("50.00"))
                    .expectNoEvents()
                    .expectResultMessagePayload(refused(GiftCardRefusals.CODE_TAKEN));
        }
    }

    @Nested
    class Transacting {
        @Test
        void within_the_credit_is_booked() {
            card.given(issued(), transacted(1, "50.00"))
                    .when(transact("-50.00"))
                    .expectEvents(transacted(2, "-50.00"))
                    .expectResultMessagePayload(DONE);
        }

        @Test
        void beyond_the_credit_is_refused() {
            card.given(issued(), transacted(1, "50.00"))
                    .when(transact("-50.01"))
                    .expectNoEvents()
                    .expectResultMessagePayload(refused(GiftCardRefusals.INSUFFICIENT_CREDIT));
        }

        @Test
        void on_an_unknown_card_is_refused() {
            unissued()
                    .when(transact("1.00"))
                    .expectNoEvents()
                    .expectResultMessagePayload(refused(GiftCardRefusals.UNKNOWN));
        }
    }

    @Nested
    class Booking_for_an_order {
        private final CardTransaction payment = CardTransaction.forOrder(
                2, CardAmount.of("-20.00"), ISSUER, new OrderBooking(new EventSlug("ev"), "ABCDE", 1, null));

        @Test
        void within_the_credit_names_the_order() {
            card.given(issued(), transacted(1, "50.00"))
                    .when(new BookForOrder(CARD, payment, NOW))
                    .expectEvents(new GiftCardTransacted(CARD, payment, NOW))
                    .expectResultMessagePayload(DONE);
        }

        @Test
        void beyond_the_credit_is_refused() {
            card.given(issued())
                    .when(new BookForOrder(CARD, payment, NOW))
                    .expectNoEvents()
                    .expectResultMessagePayload(refused(GiftCardRefusals.INSUFFICIENT_CREDIT));
        }
    }

    @Nested
    class Changing {
        @Test
        void the_value_books_the_difference() {
            card.given(issued(), transacted(1, "50.00"))
                    .when(setValue("14.00"))
                    .expectEvents(transacted(3, "-36.00"))
                    .expectResultMessagePayload(DONE);
        }

        @Test
        void an_unknown_card_is_refused() {
            unissued()
                    .when(setValue("14.00"))
                    .expectNoEvents()
                    .expectResultMessagePayload(refused(GiftCardRefusals.UNKNOWN));
        }
    }

    /** The real ones are a table; what the aggregate needs of them is that the first owner keeps a value. */
    private static final class ClaimsInMemory implements Claims {

        private final Map<String, String> owners = new HashMap<>();

        @Override
        public boolean claim(String kind, String scope, String value, String owner) {
            return owner.equals(owners.computeIfAbsent(kind + scope + value, free -> owner));
        }

        @Override
        public void release(String kind, String scope, String value, String owner) {
            owners.remove(kind + scope + value, owner);
        }

        @Override
        public Optional<String> owner(String kind, String scope, String value) {
            return Optional.ofNullable(owners.get(kind + scope + value));
        }
    }
}
