package org.gatebook.query.history.sentence;

import static org.gatebook.query.history.sentence.Wording.moment;

import org.gatebook.api.giftcard.CardAmount;
import org.gatebook.api.giftcard.CardTransaction;
import org.gatebook.api.giftcard.GiftCardEvent;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardIssued;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTermsChanged;
import org.gatebook.api.giftcard.GiftCardEvent.GiftCardTransacted;
import org.gatebook.api.giftcard.GiftCardTerms;
import org.gatebook.api.giftcard.OrderBooking;

/** What happened to a gift card. */
final class GiftCardSentences {

    private GiftCardSentences() {}

    static String of(GiftCardEvent event) {
        return switch (event) {
            case GiftCardIssued e ->
                "The gift card " + Wording.masked(e.code()) + " in " + e.currency() + " was issued by "
                        + e.issuer().value() + (e.testmode() ? " as a test" : "") + terms(e.terms());
            case GiftCardTransacted e -> booked(e.transaction());
            case GiftCardTermsChanged e ->
                "The terms of the gift card were changed"
                        + (e.terms().equals(GiftCardTerms.NONE) ? ": it has none any more" : terms(e.terms()));
        };
    }

    private static String booked(CardTransaction booked) {
        CardAmount amount = booked.amount();
        String moved = amount.isNegative()
                ? CardAmount.NOTHING.minus(amount) + " was taken from the gift card"
                : amount + " was put on the gift card";
        OrderBooking order = booked.booking();
        String text = booked.text();
        return moved + " at " + booked.acceptor().value()
                + (order == null ? "" : occasion(order, amount))
                + (text == null || text.isBlank() ? "" : ": “" + text + "”");
    }

    private static String occasion(OrderBooking order, CardAmount amount) {
        String of = " of order " + order.order();
        if (order.payment() != null) {
            return amount.isNegative()
                    ? ", for payment " + order.payment() + of
                    : ", because payment " + order.payment() + of + " was taken back";
        }
        if (order.refund() != null) {
            return ", for refund " + order.refund() + of;
        }
        return amount.isNegative()
                ? ", because its sale with order " + order.order() + " was taken back"
                : ", because it was sold with order " + order.order();
    }

    private static String terms(GiftCardTerms terms) {
        return (terms.expires() == null ? "" : ", good until " + moment(terms.expires()))
                + (terms.conditions() == null || terms.conditions().isBlank()
                        ? ""
                        : ", on the conditions “" + terms.conditions() + "”")
                + (terms.ownerTicket() == null ? "" : ", owned by the position with the number " + terms.ownerTicket());
    }
}
