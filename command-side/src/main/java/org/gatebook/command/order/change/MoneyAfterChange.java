package org.gatebook.command.order.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.offer.EventOffer;
import org.gatebook.api.order.OrderCommand.ChangeOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.ExpiryChanged;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.api.order.RefundSource;
import org.gatebook.api.order.RefundState;
import org.gatebook.api.order.change.SplitOff;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.state.Line;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderContents.Payment;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Expired;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.state.OrderState.Pending;
import org.gatebook.command.order.term.PaymentTerm;
import org.jspecify.annotations.Nullable;

/** What another total means for the money and the state of an order (behaviour notes, orders 17.5). */
final class MoneyAfterChange {

    private final OrderState state;
    private final OrderContents before;
    private final ContentsDraft draft;
    private final @Nullable SplitOff split;
    private final ChangeOrder command;
    private final EventOffer offer;
    private final Money total;
    private final int dearer;
    private final boolean owes;

    MoneyAfterChange(
            OrderState state, ContentsDraft draft, @Nullable SplitOff split, ChangeOrder command, EventOffer offer) {
        this.state = state;
        this.before = state.contents();
        this.draft = draft;
        this.split = split;
        this.command = command;
        this.offer = offer;
        this.total = draft.total();
        this.dearer = draft.difference().amount().signum();
        Money balance = split == null ? before.balance() : before.balance().minus(split.offset());
        this.owes = total.compareTo(balance) > 0;
    }

    @Nullable
    SplitOff split() {
        return split;
    }

    /** Why the order cannot cost this, or null. */
    @Nullable
    Refusal refusal() {
        boolean worthless = total.currency().getCurrencyCode().equals("XXX");
        return worthless && total.plus(draft.difference()).amount().signum() > 0 ? OrderRefusals.NO_CURRENCY : null;
    }

    /** Whoever lowers the price is not asked for places, as in the reference; a split that leaves nothing to pay is. */
    boolean takesPlacesBack() {
        return state instanceof Expired && dearer >= 0 && becomesFree() && !isEmpty();
    }

    List<OrderEvent> events() {
        List<OrderEvent> events = new ArrayList<>(moneyAlong());
        boolean unpaid = state instanceof Pending || state instanceof Expired;
        if (becomesFree() && isEmpty()) {
            if (!(state instanceof Canceled)) {
                events.add(new OrderCanceled(before.id(), command.now(), null));
            }
            return events;
        }
        boolean settled = unpaid && dearer < 0 && !owes && !before.requireApproval();
        if (state instanceof Paid && dearer > 0 && owes) {
            events.add(new OrderMarkedPending(before.id(), command.now()));
            events.add(new ExpiryChanged(
                    before.id(),
                    PaymentTerm.expiry(offer, offer.subevents(Line.dates(draft.active())), command.now())));
        } else if (unpaid && dearer != 0 && !settled) {
            events.addAll(openPaymentCanceled());
        }
        if (becomesFree() && !(state instanceof Canceled)) {
            events.add(new PaymentRecorded(
                    before.id(),
                    FreePayment.of(
                            before.id(), before.nextPayment(), total.currency(), command.paymentId(), command.now())));
            settled |= unpaid && !owes;
        }
        if (settled) {
            events.add(new OrderPaid(before.id(), command.now()));
        }
        return events;
    }

    private boolean becomesFree() {
        return total.amount().signum() == 0 && (dearer < 0 || split != null) && !before.requireApproval();
    }

    private boolean isEmpty() {
        return draft.active().isEmpty() && draft.fees().isEmpty();
    }

    /** What the new order's payment is here. */
    private List<OrderEvent> moneyAlong() {
        if (split == null || split.offset().amount().signum() == 0) {
            return List.of();
        }
        return List.of(new RefundRecorded(
                before.id(),
                new PlacedRefund(
                        before.nextRefund(),
                        RefundState.DONE,
                        RefundSource.NOBODY,
                        null,
                        split.offset(),
                        command.now(),
                        command.now(),
                        null,
                        SplitDecider.OFFSETTING,
                        Personal.of(
                                before.id().subject(),
                                Map.of("orders", List.of(split.code().value()))))));
    }

    /** Its amount is no longer right; only the newest payment is looked at. */
    private List<OrderEvent> openPaymentCanceled() {
        return before.payments().stream()
                .max(Comparator.comparingInt(Payment::localId))
                .filter(payment -> !payment.state().isReceived() && payment.state() != PaymentState.CANCELED)
                .<List<OrderEvent>>map(payment -> List.of(new PaymentCanceled(before.id(), payment.localId())))
                .orElse(List.of());
    }
}
