package org.gatebook.query.audit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.eur;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.FeeCanceled;
import org.gatebook.api.order.OrderEvent.FeeChanged;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.api.order.OrderEvent.LineAdded;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.LineChanged;
import org.gatebook.api.order.OrderEvent.LineSplitOff;
import org.gatebook.api.order.OrderEvent.OrderApproved;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.OrderDeleted;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderReactivated;
import org.gatebook.api.order.OrderEvent.OrderSplitFrom;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentConfirmed;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.PaymentRefunded;
import org.gatebook.api.order.OrderEvent.RefundCanceled;
import org.gatebook.api.order.OrderEvent.RefundDone;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedPayment;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.api.order.RefundSource;
import org.gatebook.api.order.RefundState;
import org.gatebook.api.order.change.LineTerms;
import org.gatebook.api.personal.Personal;
import org.gatebook.query.test.OrderFacts;
import org.junit.jupiter.api.Test;

/** Long: each course that an order takes, booked in one ledger. */
class OrderJournalTest {

    private static final OrderId ID = new OrderId(17);

    private final OrderJournal journal = new OrderJournal();
    private Money balance = eur("0.00");

    /** A position costs 23.00, of which 3.67 are tax at 19 %. */
    private static OrderFacts order() {
        return OrderFacts.order(17, "ABC").line(101, 1).fee(9, "2.00");
    }

    @Test
    void a_placed_order_is_claimed_with_its_tax_apart() {
        assertThat(take(order().placed()))
                .containsExactly(
                        "position 1 receivable 23.00",
                        "position 1 sales -19.33 at 19",
                        "position 1 tax -3.67 at 19",
                        "fee 9 receivable 2.00",
                        "fee 9 fees -2.00 at 0");
        assertThat(balance).isEqualTo(eur("25.00"));
    }

    @Test
    void an_order_that_was_paid_owes_nothing() {
        take(order().placed());
        assertThat(take(new PaymentRecorded(ID, payment(1, "banktransfer", PaymentState.CREATED, "25.00"))))
                .isEmpty();
        assertThat(take(new PaymentConfirmed(ID, 1, NOW)))
                .containsExactly("payment 1 payments:banktransfer 25.00", "payment 1 receivable -25.00");
        assertThat(take(new OrderPaid(ID, NOW))).isEmpty();
        assertThat(balance).isEqualTo(eur("0.00"));
    }

    @Test
    void a_partial_payment_leaves_the_rest_owed_and_an_excess_is_owed_to_the_buyer() {
        take(order().placed());
        take(new PaymentRecorded(ID, payment(1, "manual", PaymentState.CONFIRMED, "10.00")));
        assertThat(balance).isEqualTo(eur("15.00"));
        take(new PaymentRecorded(ID, payment(2, "manual", PaymentState.CONFIRMED, "20.00")));
        assertThat(balance).isEqualTo(eur("-5.00"));
    }

    @Test
    void a_payment_that_never_arrived_is_not_booked() {
        take(order().placed());
        take(new PaymentRecorded(ID, payment(1, "manual", PaymentState.CREATED, "25.00")));
        assertThat(take(new PaymentCanceled(ID, 1))).isEmpty();
        assertThat(balance).isEqualTo(eur("25.00"));
    }

    @Test
    void a_refund_is_owed_until_its_money_has_gone() {
        paid();
        assertThat(take(new RefundRecorded(ID, refund(1, RefundState.CREATED, "6.00"))))
                .containsExactly("refund 1 receivable 6.00", "refund 1 refunds_due -6.00");
        assertThat(take(new RefundDone(ID, 1, NOW)))
                .containsExactly("refund 1 refunds_due 6.00", "refund 1 payments:manual -6.00");
        assertThat(balance).isEqualTo(eur("6.00"));
    }

    @Test
    void a_refund_that_was_given_up_is_taken_back() {
        paid();
        take(new RefundRecorded(ID, refund(1, RefundState.CREATED, "6.00")));
        assertThat(take(new RefundCanceled(ID, 1)))
                .containsExactly("refund 1 receivable -6.00", "refund 1 refunds_due 6.00");
        assertThat(balance).isEqualTo(eur("0.00"));
    }

    @Test
    void what_a_provider_gave_back_by_itself_counts_when_somebody_has_looked_at_it() {
        paid();
        assertThat(take(new RefundRecorded(ID, refund(1, RefundState.EXTERNAL, "6.00"))))
                .isEmpty();
        assertThat(take(new RefundDone(ID, 1, NOW)))
                .containsExactly("refund 1 receivable 6.00", "refund 1 payments:manual -6.00");
    }

    @Test
    void a_payment_that_was_given_back_still_counts_as_received() {
        paid();
        take(new RefundRecorded(ID, refund(1, RefundState.DONE, "25.00")));
        assertThat(take(new PaymentRefunded(ID, 1))).isEmpty();
        assertThat(balance).isEqualTo(eur("25.00"));
    }

    @Test
    void a_cancelled_order_is_no_claim_and_what_was_paid_is_owed_to_the_buyer() {
        paid();
        assertThat(take(new OrderCanceled(ID, NOW, null)))
                .containsExactly(
                        "position 1 receivable -23.00",
                        "position 1 sales 19.33 at 19",
                        "position 1 tax 3.67 at 19",
                        "fee 9 receivable -2.00",
                        "fee 9 fees 2.00 at 0");
        assertThat(balance).isEqualTo(eur("-25.00"));
        take(new RefundRecorded(ID, refund(1, RefundState.DONE, "25.00")));
        assertThat(balance).isEqualTo(eur("0.00"));
    }

    @Test
    void an_order_that_was_cancelled_for_a_fee_owes_the_fee() {
        take(order().placed());
        OrderFee fee = fee(10, "cancellation", "5.00");
        assertThat(take(new OrderCanceledForFee(ID, NOW, null, fee, eur("5.00"))))
                .containsExactly(
                        "position 1 receivable -23.00",
                        "position 1 sales 19.33 at 19",
                        "position 1 tax 3.67 at 19",
                        "fee 9 receivable -2.00",
                        "fee 9 fees 2.00 at 0",
                        "fee 10 receivable 5.00",
                        "fee 10 fees -5.00 at 0");
        assertThat(balance).isEqualTo(eur("5.00"));
    }

    @Test
    void an_expired_order_is_no_claim_until_it_comes_back() {
        take(order().placed());
        take(new OrderExpired(ID, NOW));
        assertThat(balance).isEqualTo(eur("0.00"));
        take(new OrderMarkedPending(ID, NOW));
        assertThat(balance).isEqualTo(eur("25.00"));
        take(new OrderCanceled(ID, NOW, null));
        take(new OrderReactivated(ID, NOW, NOW));
        assertThat(balance).isEqualTo(eur("25.00"));
    }

    @Test
    void an_order_that_waits_for_approval_is_no_claim_yet() {
        assertThat(take(order().awaitingApproval().placed())).isEmpty();
        take(new OrderApproved(ID, NOW, NOW));
        assertThat(balance).isEqualTo(eur("25.00"));
    }

    @Test
    void a_changed_price_books_the_difference() {
        take(order().placed());
        assertThat(take(new LineChanged(ID, 101, terms("20.00", "19.00", "3.19"), eur("22.00"))))
                .containsExactly(
                        "position 1 receivable -3.00", "position 1 sales 2.52 at 19", "position 1 tax 0.48 at 19");
        assertThat(take(new FeeChanged(ID, fee(9, "service", "3.00"), eur("23.00"))))
                .containsExactly("fee 9 receivable 1.00", "fee 9 fees -1.00 at 0");
        assertThat(take(new FeeCanceled(ID, 9, eur("20.00"))))
                .containsExactly("fee 9 receivable -3.00", "fee 9 fees 3.00 at 0");
        assertThat(balance).isEqualTo(eur("20.00"));
    }

    @Test
    void another_tax_rate_moves_sales_and_tax_and_leaves_the_claim() {
        take(order().placed());
        assertThat(take(new LineChanged(ID, 101, terms("23.00", "7.00", "1.50"), eur("25.00"))))
                .containsExactly(
                        "position 1 sales 19.33 at 19",
                        "position 1 tax 3.67 at 19",
                        "position 1 sales -21.50 at 7",
                        "position 1 tax -1.50 at 7");
    }

    @Test
    void positions_come_and_go() {
        take(order().placed());
        OrderLine added =
                OrderFacts.order(17, "ABC").line(101, 1).line(102, 2).lines().getLast();
        take(new LineAdded(ID, added, eur("48.00")));
        assertThat(balance).isEqualTo(eur("48.00"));
        assertThat(take(new LineCanceled(ID, 102, eur("25.00"))))
                .containsExactly(
                        "position 2 receivable -23.00", "position 2 sales 19.33 at 19", "position 2 tax 3.67 at 19");
    }

    @Test
    void what_is_split_off_goes_to_the_other_order_with_its_money() {
        paid();
        take(new LineSplitOff(ID, 101, new OrderId(18), eur("2.00")));
        assertThat(take(new RefundRecorded(ID, refund(1, "offsetting", RefundState.DONE, "23.00"))))
                .containsExactly("refund 1 receivable 23.00", "refund 1 payments:offsetting -23.00");
        assertThat(balance).isEqualTo(eur("0.00"));

        OrderJournal other = new OrderJournal();
        OrderId id = new OrderId(18);
        other.take(OrderFacts.order(18, "DEF").line(101, 1).placed());
        other.take(new OrderSplitFrom(id, ID));
        assertThat(texts(
                        other.take(new PaymentRecorded(id, payment(1, "offsetting", PaymentState.CONFIRMED, "23.00")))))
                .containsExactly("payment 1 payments:offsetting 23.00", "payment 1 receivable -23.00");
    }

    @Test
    void what_a_gift_card_pays_is_owed_to_its_holder_no_longer() {
        take(order().placed());
        assertThat(take(new PaymentRecorded(ID, payment(1, "giftcard", PaymentState.CONFIRMED, "25.00"))))
                .containsExactly("payment 1 gift_cards 25.00", "payment 1 receivable -25.00");
        assertThat(take(new RefundRecorded(ID, refund(1, "giftcard", RefundState.DONE, "5.00"))))
                .containsExactly("refund 1 receivable 5.00", "refund 1 gift_cards -5.00");
    }

    @Test
    void a_gift_card_that_was_sold_is_no_revenue() {
        paid();
        assertThat(take(new GiftCardSold(ID, 101)))
                .containsExactly("position 1 sales 19.33 at 19", "position 1 gift_cards -19.33 at 19");
        assertThat(balance).isEqualTo(eur("0.00"));
        assertThat(take(new LineCanceled(ID, 101, eur("2.00"))))
                .containsExactly(
                        "position 1 receivable -23.00",
                        "position 1 gift_cards 19.33 at 19",
                        "position 1 tax 3.67 at 19");
    }

    @Test
    void nothing_is_left_of_a_test_order_that_was_deleted() {
        take(order().test().placed());
        take(new PaymentRecorded(ID, payment(1, "manual", PaymentState.CONFIRMED, "25.00")));
        take(new RefundRecorded(ID, refund(1, RefundState.CREATED, "5.00")));
        take(new OrderDeleted(ID, NOW));
        assertThat(balance).isEqualTo(eur("0.00"));
        assertThat(journal.order().origin().testmode()).isTrue();
    }

    private void paid() {
        take(order().placed());
        take(new PaymentRecorded(ID, payment(1, "manual", PaymentState.CONFIRMED, "25.00")));
        take(new OrderPaid(ID, NOW));
    }

    private List<String> take(OrderEvent event) {
        List<Posting> postings = journal.take(event);
        assertThat(postings.stream().map(Posting::amount).reduce(eur("0.00"), Money::plus))
                .as("debits less credits of %s", event)
                .isEqualTo(eur("0.00"));
        for (Posting posting : postings) {
            if (posting.account().equals(Account.RECEIVABLE)) {
                balance = balance.plus(posting.amount());
            }
        }
        return texts(postings);
    }

    private static List<String> texts(List<Posting> postings) {
        return postings.stream()
                .map(posting -> posting.about().kind().word() + " "
                        + posting.about().number() + " "
                        + posting.account().name() + " " + posting.amount().amount()
                        + (posting.taxRate() == null
                                ? ""
                                : " at " + posting.taxRate().toPlainString()))
                .toList();
    }

    private static LineTerms terms(String price, String rate, String tax) {
        return new LineTerms(1, null, null, eur(price), 1L, new BigDecimal(rate), eur(tax), null, null);
    }

    private static OrderFee fee(long id, String type, String value) {
        return new OrderFee(id, type, eur(value), "", "", null, BigDecimal.ZERO, eur("0.00"));
    }

    private static PlacedPayment payment(int localId, String provider, PaymentState state, String amount) {
        return new PlacedPayment(
                700 + localId,
                localId,
                provider,
                state,
                eur(amount),
                NOW,
                state.isReceived() ? NOW : null,
                Personal.of(ID.subject(), Map.of()));
    }

    private static PlacedRefund refund(int localId, RefundState state, String amount) {
        return refund(localId, "manual", state, amount);
    }

    private static PlacedRefund refund(int localId, String provider, RefundState state, String amount) {
        return new PlacedRefund(
                localId,
                state,
                RefundSource.ADMIN,
                1,
                eur(amount),
                NOW,
                null,
                null,
                provider,
                Personal.of(ID.subject(), Map.of()));
    }
}
