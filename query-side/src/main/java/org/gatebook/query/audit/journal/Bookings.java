package org.gatebook.query.audit.journal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.RefundState;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is booked for an order in one of its states, by what it is booked for. An entry is the difference
 * between two states: so no event can be forgotten, none is booked twice, and what comes back to where it was leaves
 * nothing behind. For each part of the order debits and credits are equal, so they are in each difference.
 */
final class Bookings {

    /** A line of the ledger; amounts of one are added up. */
    private record Slot(
            Subject about,
            Account account,
            @Nullable BigDecimal taxRate,
            @Nullable Long item) {}

    private final SequencedMap<Slot, Money> amounts = new LinkedHashMap<>();

    private Bookings() {}

    /** What an event adds to the books, given the order before and after it. */
    static List<Posting> between(@Nullable BookedOrder before, BookedOrder after) {
        if (after.equals(before)) {
            return List.of();
        }
        Bookings difference = new Bookings();
        if (before != null) {
            difference.book(before, -1);
        }
        difference.book(after, 1);
        return difference.postings();
    }

    private void book(BookedOrder order, int sign) {
        if (order.inForce()) {
            order.lines().values().forEach(claim -> claim(claim, sign));
            order.fees().values().forEach(claim -> claim(claim, sign));
        }
        order.payments().forEach((number, payment) -> {
            if (payment.state().isReceived() && !order.deleted()) {
                Subject about = new Subject(Subject.Kind.PAYMENT, number);
                move(about, Account.ofProvider(payment.provider()), Account.RECEIVABLE, payment.amount(), sign);
            }
        });
        order.refunds().forEach((number, refund) -> {
            if (refund.state().isGivenBack() && !order.deleted()) {
                Subject about = new Subject(Subject.Kind.REFUND, number);
                // Until somebody says that the money has gone it is owed in another way, and not to be asked for again.
                Account from = refund.state() == RefundState.DONE
                        ? Account.ofProvider(refund.provider())
                        : Account.REFUNDS_DUE;
                move(about, Account.RECEIVABLE, from, refund.amount(), sign);
            }
        });
    }

    private void claim(Claim claim, int sign) {
        Money net = claim.gross().minus(claim.tax());
        add(new Slot(claim.about(), Account.RECEIVABLE, null, claim.item()), claim.gross(), sign);
        add(new Slot(claim.about(), claim.account(), claim.taxRate(), claim.item()), net, -sign);
        add(new Slot(claim.about(), Account.TAX, claim.taxRate(), claim.item()), claim.tax(), -sign);
    }

    private void move(Subject about, Account debit, Account credit, Money amount, int sign) {
        add(new Slot(about, debit, null, null), amount, sign);
        add(new Slot(about, credit, null, null), amount, -sign);
    }

    private void add(Slot slot, Money amount, int sign) {
        amounts.merge(slot, sign < 0 ? amount.negated() : amount, Money::plus);
    }

    private List<Posting> postings() {
        List<Posting> postings = new ArrayList<>();
        for (Map.Entry<Slot, Money> entry : amounts.entrySet()) {
            Slot slot = entry.getKey();
            if (entry.getValue().amount().signum() != 0) {
                postings.add(new Posting(slot.about(), slot.account(), entry.getValue(), slot.taxRate(), slot.item()));
            }
        }
        return postings;
    }
}
