package org.gatebook.command.order.change;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.offer.Item;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.RefundState;
import org.gatebook.api.order.change.SplitInto;
import org.gatebook.api.order.change.SplitOff;
import org.gatebook.api.order.change.SplitOff.MovedLine;
import org.gatebook.command.order.state.Line;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderContents.Payment;
import org.gatebook.command.order.state.OrderContents.Refund;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.term.PaymentTerm;

/** What goes along with positions that are split off (behaviour notes, orders 17.6). */
final class Splitting {

    private Splitting() {}

    static SplitOff of(OrderState state, ContentsDraft draft, SplitInto into, EventOffer offer, Instant now) {
        OrderContents order = state.contents();
        List<Line> lines = draft.moved();
        List<OrderFee> fees = draft.fees().stream()
                .filter(fee -> !fee.feeType().equals(OrderFee.PAYMENT))
                .toList();
        Money nothing = Money.zero(order.total().currency());
        Money total = Stream.concat(
                        lines.stream().map(Line::price), fees.stream().map(OrderFee::value))
                .reduce(nothing, Money::plus);
        Money offset = offset(order, draft.total(), total);
        boolean requireApproval = order.requireApproval() && lines.stream().anyMatch(line -> needsYes(line, offer));
        boolean paid = offset.compareTo(total) >= 0 && !requireApproval;
        return new SplitOff(
                into.order(),
                into.code(),
                order.code(),
                order.testmode(),
                requireApproval,
                order.salesChannel(),
                state instanceof Paid && !paid
                        ? PaymentTerm.expiry(offer, offer.subevents(Line.dates(lines)), now)
                        : order.expires(),
                lines.stream().map(Splitting::moved).toList(),
                fees,
                total,
                offset,
                paid);
    }

    /** Money that the old order no longer needs, and no more than the new one costs. */
    private static Money offset(OrderContents order, Money remaining, Money total) {
        Money nothing = Money.zero(total.currency());
        Money received = order.payments().stream()
                .filter(payment -> payment.state().isReceived())
                .map(Payment::amount)
                .reduce(nothing, Money::plus);
        Money gone = order.refunds().stream()
                .filter(refund -> refund.state().isGivenBack() && refund.state() != RefundState.CREATED)
                .map(Refund::amount)
                .reduce(nothing, Money::plus);
        Money spare = received.minus(gone).minus(remaining);
        Money most = spare.compareTo(total) < 0 ? spare : total;
        return most.isNegative() ? nothing : most;
    }

    private static boolean needsYes(Line line, EventOffer offer) {
        Long variation = line.terms().variation();
        return offer.item(line.item())
                .filter(item -> item.requireApproval()
                        || (variation != null
                                && item.variation(variation)
                                        .filter(Item.Variation::requireApproval)
                                        .isPresent()))
                .isPresent();
    }

    private static MovedLine moved(Line line) {
        return new MovedLine(
                line.id(),
                line.positionid(),
                line.terms(),
                line.voucher(),
                line.discount(),
                line.addonTo(),
                line.bundled(),
                line.soldCard());
    }
}
