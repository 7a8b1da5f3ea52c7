package org.gatebook.query.history.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.history.reason.Story.about;
import static org.gatebook.query.history.reason.Story.steps;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.payment;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardId;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.api.medium.MediumDetails;
import org.gatebook.api.medium.MediumEvent.MediumChanged;
import org.gatebook.api.medium.MediumEvent.MediumCreated;
import org.gatebook.api.medium.MediumId;
import org.gatebook.api.medium.MediumOrigin;
import org.gatebook.api.medium.MediumType;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.personal.Personal;
import org.gatebook.query.test.Festival;
import org.gatebook.query.test.OrderFacts;
import org.junit.jupiter.api.Test;

class GiftCardReasonsTest {

    private static final OrganizerSlug ACME = new OrganizerSlug("acme");
    private static final OrderFacts FACTS = OrderFacts.order(100, "ABCDE").line(71, 1);
    private static final String OF_ORDER = FACTS.id().aggregateId();
    private static final GiftCardId CARD = new GiftCardId(71);
    private static final String STREAM = CARD.aggregateId();

    private static GiftCardIssued issued() {
        return new GiftCardIssued(
                CARD, ACME, Personal.bearer(CARD.subject(), "CODE"), "EUR", false, NOW, GiftCardTerms.NONE);
    }

    private static GiftCardTransacted booked(String amount, OrderBooking booking) {
        return new GiftCardTransacted(
                CARD, new CardTransaction(9, CardAmount.of(amount), ACME, null, null, booking), NOW);
    }

    private static List<Reason> reasons(Story story) {
        return GiftCardReasons.of(story.told(), CARD);
    }

    @Test
    void the_value_of_a_card_comes_from_its_bookings_and_they_from_orders() {
        Story story = new Story()
                .then(OF_ORDER, FACTS.placed())
                .newAction()
                .then(OF_ORDER, new GiftCardSold(FACTS.id(), 71))
                .then(STREAM, issued(), booked("50.00", OrderBooking.sale(Festival.EVENT, "ABCDE")))
                .newAction()
                .then(
                        OF_ORDER,
                        new PaymentRecorded(FACTS.id(), payment(FACTS.id(), 1, "giftcard", PaymentState.CONFIRMED)))
                .then(STREAM, booked("-23.00", new OrderBooking(Festival.EVENT, "ABCDE", 1, null)));
        Reason value = about(reasons(story), "value");
        assertThat(value.sentence())
                .isEqualTo("The card is worth 27.00 EUR: 50.00 were put on it and 23.00 were taken from it.");
        assertThat(steps(value))
                .containsExactly(
                        "6 gift_card.transacted <- 5",
                        "5 order.payment_recorded",
                        "4 gift_card.transacted <- 2",
                        "2 order.gift_card_sold");
        assertThat(about(reasons(story), "issue").sentence()).isEqualTo("The card exists, because an order sold it.");
    }

    @Test
    void who_may_not_see_orders_is_told_of_the_bookings_all_the_same() {
        Story story = new Story()
                .then(STREAM, issued(), booked("-23.00", new OrderBooking(Festival.EVENT, "ABCDE", 1, null)));
        assertThat(steps(about(reasons(story), "value"))).containsExactly("2 gift_card.transacted");
    }

    @Test
    void only_so_many_bookings_are_told_and_the_rest_is_counted() {
        Story story = new Story().then(STREAM, issued());
        for (int i = 0; i < 130; i++) {
            story.then(STREAM, booked("1.00", null));
        }
        Reason value = about(reasons(story), "value");
        assertThat(value.sentence()).startsWith("The card is worth 130.00 EUR");
        assertThat(value.steps()).hasSize(100);
        assertThat(value.omitted()).isEqualTo(30);
    }

    @Test
    void a_term_goes_back_to_the_event_that_set_it() {
        Instant end = Instant.parse("2031-12-31T22:59:59Z");
        Story story = new Story()
                .then(STREAM, issued())
                .then(STREAM, new GiftCardTermsChanged(CARD, new GiftCardTerms(end, null, null)))
                .then(STREAM, new GiftCardTermsChanged(CARD, new GiftCardTerms(end, "only drinks", null)));
        assertThat(steps(about(reasons(story), "expiry"))).containsExactly("2 gift_card.terms_changed");
        assertThat(about(reasons(story), "conditions").sentence())
                .isEqualTo("The card has the conditions “only drinks”.");
    }

    @Test
    void a_medium_says_what_it_is_linked_to_and_by_whom() {
        MediumId id = new MediumId(61);
        MediumDetails plain = MediumDetails.plain(id);
        MediumDetails linked = new MediumDetails(true, null, null, 71L, null, plain.info(), null);
        MediumCreated created = new MediumCreated(
                id, ACME, MediumType.BARCODE, Personal.bearer(id.subject(), "WRIST-1"), plain, MediumOrigin.CREATED);
        Story story = new Story()
                .then(id.aggregateId(), created)
                .by("device", "Desk")
                .then(id.aggregateId(), new MediumChanged(List.of("linked_orderposition"), linked))
                .then(id.aggregateId(), new MediumChanged(List.of(), linked));
        List<Reason> reasons = MediumReasons.of(story.told(), id);
        Reason link = about(reasons, "linked_orderposition");
        assertThat(link.sentence()).isEqualTo("The medium stands for the ticket of the position with the number 71.");
        assertThat(steps(link)).containsExactly("2 medium.changed");
        assertThat(link.steps().getFirst().sentence()).endsWith("(by the device “Desk”).");
        assertThat(reasons).extracting(Reason::about).containsExactly("linked_orderposition", "active");
    }
}
