package org.gatebook.command.order;

import static org.gatebook.api.decision.Outcome.accepted;
import static org.gatebook.api.decision.Outcome.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderCommand.AfterRefund;
import org.gatebook.api.order.OrderCommand.CancelOrder;
import org.gatebook.api.order.OrderCommand.CancelRefund;
import org.gatebook.api.order.OrderCommand.CompleteRefund;
import org.gatebook.api.order.OrderCommand.GivenBack;
import org.gatebook.api.order.OrderCommand.ProcessRefund;
import org.gatebook.api.order.OrderCommand.RecordRefund;
import org.gatebook.api.order.OrderCommand.RefundPayment;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.ExpiryChanged;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.PaymentRefunded;
import org.gatebook.api.order.OrderEvent.RefundCanceled;
import org.gatebook.api.order.OrderEvent.RefundDone;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedRefund;
import org.gatebook.api.order.RefundSource;
import org.gatebook.api.order.RefundState;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderContents.Payment;
import org.gatebook.command.order.state.OrderContents.Refund;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Paid;
import org.jspecify.annotations.Nullable;

/** Decides about money that is given back. */
final class RefundDecider {

    private RefundDecider() {}

    /** Behaviour notes, orders 19.3: it is taken down as it is told; the payment does not turn. */
    static Outcome<OrderEvent, Integer> record(OrderState state, RecordRefund command, Circumstances around) {
        OrderContents contents = state.contents();
        if (command.payment() != null && contents.payment(command.payment()).isEmpty()) {
            return refused(OrderRefusals.UNKNOWN_PAYMENT);
        }
        Instant now = command.then().now();
        boolean doneNow = command.state() == RefundState.DONE && command.executionDate() == null;
        PlacedRefund refund = new PlacedRefund(
                contents.nextRefund(),
                command.state(),
                command.source(),
                command.payment(),
                command.amount(),
                now,
                doneNow ? now : command.executionDate(),
                command.comment(),
                command.provider(),
                command.info());
        List<OrderEvent> events = new ArrayList<>(List.of(new RefundRecorded(command.order(), refund)));
        if (command.then().cancel()) {
            return canceling(state, command.then(), events, refund.localId(), OrderRefusals.REFUND_CANNOT_CANCEL);
        }
        OrderState after = OrderState.evolve(state, events.getFirst());
        if (command.then().pending()
                && after instanceof Paid
                && after.owed().amount().signum() > 0) {
            events.addAll(pendingAgain(after, command.then().now(), around));
        }
        return accepted(refund.localId(), events);
    }

    /** Behaviour notes, orders 18.7. */
    static Outcome<OrderEvent, GivenBack> refund(OrderState state, RefundPayment command, Circumstances around) {
        Optional<Payment> found = state.contents().payment(command.payment());
        if (found.isEmpty()) {
            return refused(Refusal.notFound());
        }
        Payment payment = found.get();
        RefundWay way = RefundWay.of(payment);
        Money amount = command.amount() == null ? payment.amount() : command.amount();
        Refusal refusal = refusalOf(state, payment, amount, way);
        if (refusal != null) {
            return refused(refusal);
        }
        Instant now = command.then().now();
        int localId = state.contents().nextRefund();
        List<OrderEvent> events = new ArrayList<>();
        events.add(new RefundRecorded(
                command.order(),
                new PlacedRefund(
                        localId,
                        RefundState.CREATED,
                        RefundSource.ADMIN,
                        payment.localId(),
                        amount,
                        now,
                        null,
                        null,
                        payment.provider(),
                        Personal.of(command.order().subject(), info(way)))));
        OrderState after = OrderState.evolve(state, events.getFirst());
        boolean owes = after.owed().amount().signum() > 0;
        GivenBack result = new GivenBack(
                localId,
                amount,
                way instanceof RefundWay.ToGiftCard to ? to.card() : null,
                owes && command.then().cancel());
        if (way instanceof RefundWay.ToGiftCard) {
            events.addAll(done(after, localId, now));
        }
        if (!owes) {
            return accepted(result, events);
        }
        if (command.then().cancel()) {
            return canceling(state, command.then(), events, result, OrderRefusals.NOT_CANCELABLE);
        }
        events.addAll(pendingAgain(after, now, around));
        return accepted(result, events);
    }

    private static Object info(RefundWay way) {
        return switch (way) {
            case RefundWay.None none -> Map.of();
            case RefundWay.ByBank bank -> bank.account();
            case RefundWay.ToGiftCard card -> Map.of("gift_card", card.card());
        };
    }

    private static @Nullable Refusal refusalOf(OrderState state, Payment payment, Money amount, RefundWay way) {
        if (payment.state() != PaymentState.CONFIRMED) {
            return OrderRefusals.PAYMENT_NOT_CONFIRMED;
        }
        if (amount.amount().signum() <= 0) {
            return OrderRefusals.REFUND_OF_NOTHING;
        }
        Money available = payment.amount().minus(state.contents().refunded(payment.localId()));
        if (amount.compareTo(available) > 0) {
            return OrderRefusals.refundAbove(available);
        }
        if (!(way instanceof RefundWay.None)) {
            return null;
        }
        return amount.equals(payment.amount()) ? OrderRefusals.NO_FULL_REFUND : OrderRefusals.NO_PARTIAL_REFUND;
    }

    /** Behaviour notes, orders 19.4. */
    static Outcome<OrderEvent, Integer> complete(OrderState state, CompleteRefund command) {
        Optional<Refund> refund = state.contents().refund(command.localId());
        if (refund.isEmpty()) {
            return refused(Refusal.notFound());
        }
        return refund.get().state().isUnderWay()
                ? accepted(command.localId(), done(state, command.localId(), command.now()))
                : refused(OrderRefusals.REFUND_STATE);
    }

    /**
     * Behaviour notes, orders 19.5; a cancelled order stays cancelled and what cannot be cancelled refuses it all
     * (decisions, "Repaired on purpose").
     */
    static Outcome<OrderEvent, Integer> process(OrderState state, ProcessRefund command, Circumstances around) {
        Optional<Refund> refund = state.contents().refund(command.localId());
        if (refund.isEmpty()) {
            return refused(Refusal.notFound());
        }
        if (refund.get().state() != RefundState.EXTERNAL) {
            return refused(OrderRefusals.REFUND_STATE);
        }
        List<OrderEvent> events =
                new ArrayList<>(done(state, command.localId(), command.then().now()));
        if (command.then().cancel()) {
            return canceling(state, command.then(), events, command.localId(), OrderRefusals.NOT_CANCELABLE);
        }
        OrderState after = events.stream().reduce(state, OrderState::evolve, (a, b) -> b);
        boolean stays = after instanceof Canceled
                || (after instanceof Paid && after.owed().amount().signum() <= 0);
        if (!stays) {
            events.addAll(pendingAgain(after, command.then().now(), around));
        }
        return accepted(command.localId(), events);
    }

    /** Behaviour notes, orders 19.6. */
    static Outcome<OrderEvent, Integer> cancel(OrderState state, CancelRefund command) {
        Optional<Refund> refund = state.contents().refund(command.localId());
        if (refund.isEmpty()) {
            return refused(Refusal.notFound());
        }
        boolean open = refund.get().state().isUnderWay() || refund.get().state() == RefundState.EXTERNAL;
        return open
                ? accepted(command.localId(), List.of(new RefundCanceled(command.order(), command.localId())))
                : refused(OrderRefusals.REFUND_STATE);
    }

    /** The payment turns when all of it was given back (behaviour notes, orders 19.1). */
    private static List<OrderEvent> done(OrderState state, int localId, Instant now) {
        OrderContents contents = state.contents();
        Instant executed = contents.refund(localId).map(Refund::executionDate).orElse(now);
        List<OrderEvent> events = new ArrayList<>(List.of(new RefundDone(contents.id(), localId, executed)));
        OrderContents after = OrderState.evolve(state, events.getFirst()).contents();
        after.refund(localId)
                .map(Refund::payment)
                .flatMap(after::payment)
                .filter(p -> p.state() == PaymentState.CONFIRMED)
                .filter(p -> after.refunded(p.localId()).compareTo(p.amount()) >= 0)
                .ifPresent(p -> events.add(new PaymentRefunded(contents.id(), p.localId())));
        return events;
    }

    private static List<OrderEvent> pendingAgain(OrderState state, Instant now, Circumstances around) {
        OrderContents contents = state.contents();
        List<OrderEvent> events = new ArrayList<>();
        if (!(state instanceof OrderState.Pending)) {
            events.add(new OrderMarkedPending(contents.id(), now));
        }
        if (!contents.expires().equals(around.expiry())) {
            events.add(new ExpiryChanged(contents.id(), around.expiry()));
        }
        return events;
    }

    private static <R> Outcome<OrderEvent, R> canceling(
            OrderState state, AfterRefund then, List<OrderEvent> events, R result, Refusal ifNot) {
        CancelOrder cancel = new CancelOrder(state.contents().id(), then.now(), null);
        return switch (OrderDecider.cancel(state, cancel)) {
            case Outcome.Accepted<OrderEvent, ?> canceled -> {
                events.addAll(canceled.events());
                yield accepted(result, events);
            }
            case Outcome.Refused<OrderEvent, ?> no -> refused(ifNot);
        };
    }
}
