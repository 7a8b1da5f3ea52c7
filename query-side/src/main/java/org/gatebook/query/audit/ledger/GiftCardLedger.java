package org.gatebook.query.audit.ledger;

import java.math.BigDecimal;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.OrderBooking;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.audit.table.Table;
import org.jspecify.annotations.Nullable;

/** Writes gift cards and their transactions. Cards come one after the other, so that only one is ever held. */
public final class GiftCardLedger {

    private final Period period;
    private final Books books;
    private final Books tests;
    private @Nullable Card card;

    /**
     * @param books of what counts
     * @param tests of test cards
     */
    public GiftCardLedger(Period period, Books books, Books tests) {
        this.period = period;
        this.books = books;
        this.tests = tests;
    }

    private static final class Card {
        private final GiftCardIssued issued;
        private final Books books;
        private final Balance balance = new Balance();
        private GiftCardTerms terms;

        private Card(GiftCardIssued issued, Books books) {
            this.issued = issued;
            this.books = books;
            this.terms = issued.terms();
        }
    }

    /** Takes the next event: of one card in their sequence, then of another card. */
    public void take(RecordedEvent recorded) {
        if (!(recorded.payload() instanceof GiftCardEvent event)) {
            throw new IllegalStateException(recorded.aggregateId() + " holds " + recorded.payload());
        }
        switch (event) {
            case GiftCardIssued issued -> {
                end();
                card = new Card(issued, issued.testmode() ? tests : books);
            }
            case GiftCardTransacted booked -> book(of(event), booked, recorded);
            case GiftCardTermsChanged changed -> of(event).terms = changed.terms();
        }
    }

    private Card of(GiftCardEvent event) {
        Card current = card;
        if (current == null || !current.issued.card().equals(event.card())) {
            throw new IllegalStateException("the first event of " + event.card() + " is not its issue");
        }
        return current;
    }

    private void book(Card of, GiftCardTransacted event, RecordedEvent recorded) {
        CardTransaction transaction = event.transaction();
        boolean inPeriod = period.holds(recorded.position());
        BigDecimal amount = transaction.amount().value();
        of.balance.add(amount, inPeriod);
        if (!inPeriod) {
            return;
        }
        OrderBooking booking = transaction.booking();
        of.books
                .table(Table.GIFT_CARD_TRANSACTIONS)
                .row(
                        event.card().number(),
                        recorded.position(),
                        transaction.id(),
                        period.day(recorded.recordedAt()),
                        recorded.recordedAt(),
                        amount,
                        of.balance.closing(),
                        of.issued.currency(),
                        transaction.acceptor().value(),
                        booking == null ? "" : booking.event().value(),
                        booking == null ? "" : booking.order(),
                        booking == null ? null : booking.payment(),
                        booking == null ? null : booking.refund());
    }

    /** The last event was taken. */
    public void end() {
        Card ended = card;
        card = null;
        if (ended == null || !ended.balance.counts()) {
            return;
        }
        Balance balance = ended.balance;
        ended.books
                .table(Table.GIFT_CARDS)
                .row(
                        ended.issued.card().number(),
                        ended.issued.currency(),
                        ended.issued.issuance(),
                        ended.terms.expires() == null ? "" : ended.terms.expires(),
                        balance.opening(),
                        balance.debit(),
                        balance.credit(),
                        balance.closing());
        ended.books.sums().add(ended.issued.currency(), "gift_card_credit", balance.closing());
    }
}
