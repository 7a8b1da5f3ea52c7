package org.gatebook.command.order;

import static org.gatebook.api.decision.Outcome.accepted;
import static org.gatebook.api.decision.Outcome.refused;
import static org.gatebook.api.decision.Outcome.refusedKeeping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderCommand.CancelPayment;
import org.gatebook.api.order.OrderCommand.ConfirmPayment;
import org.gatebook.api.order.OrderCommand.MarkOrderPaid;
import org.gatebook.api.order.OrderCommand.RecordPayment;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentConfirmed;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedPayment;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.change.FreePayment;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderContents.Payment;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Expired;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.state.OrderState.Pending;
import org.jspecify.annotations.Nullable;

/**
 * Decides about the money of an order. Money that has arrived has arrived: a payment stays confirmed although its order
 * could not become paid (decisions, "Copied on purpose").
 */
final class PaymentDecider {

    private static final String MANUAL = "manual";

    private PaymentDecider() {}

    /** Behaviour notes, orders 12.3. */
    static Outcome<OrderEvent, OrderId> markPaid(OrderState state, MarkOrderPaid command, Circumstances around) {
        if (state instanceof Paid || state instanceof Canceled) {
            return refused(OrderRefusals.NOT_PENDING_OR_EXPIRED);
        }
        OrderContents contents = state.contents();
        Money owed = contents.pending();
        List<Payment> fitting = contents.openPayments().stream()
                .filter(p -> p.provider().equals(MANUAL) && p.amount().equals(owed))
                .toList();
        List<OrderEvent> events = new ArrayList<>();
        if (fitting.size() == 1) {
            events.add(new PaymentConfirmed(command.order(), fitting.getFirst().localId(), command.now()));
        } else {
            contents.openPayments().forEach(p -> events.add(new PaymentCanceled(command.order(), p.localId())));
            events.add(new PaymentRecorded(
                    command.order(),
                    new PlacedPayment(
                            command.paymentId(),
                            contents.nextPayment(),
                            MANUAL,
                            PaymentState.CONFIRMED,
                            owed,
                            command.now(),
                            command.now(),
                            nothing(command.order()))));
        }
        return settled(state, command.order(), owed, command.now(), command.force(), around, events, command.order());
    }

    /** Behaviour notes, orders 18.3: a refusal to become paid is no refusal of the payment. */
    static Outcome<OrderEvent, Integer> record(OrderState state, RecordPayment command, Circumstances around) {
        int localId = state.contents().nextPayment();
        boolean confirmed = command.state() == PaymentState.CONFIRMED;
        PlacedPayment payment = new PlacedPayment(
                command.paymentId(),
                localId,
                command.provider(),
                command.state(),
                command.amount(),
                command.now(),
                confirmed ? command.now() : command.paymentDate(),
                command.info());
        List<OrderEvent> events = new ArrayList<>(List.of(new PaymentRecorded(command.order(), payment)));
        if (!confirmed) {
            return accepted(localId, events);
        }
        Outcome<OrderEvent, Integer> outcome = settled(
                state, command.order(), command.amount(), command.now(), command.force(), around, events, localId);
        return switch (outcome) {
            case Outcome.Accepted<OrderEvent, Integer> done -> done;
            case Outcome.Refused<OrderEvent, Integer> late -> accepted(localId, late.eventsKept());
        };
    }

    /** Behaviour notes, orders 18.5. */
    static Outcome<OrderEvent, Integer> confirm(OrderState state, ConfirmPayment command, Circumstances around) {
        Optional<Payment> payment = state.contents().payment(command.localId());
        if (payment.isEmpty()) {
            return refused(Refusal.notFound());
        }
        if (!payment.get().state().isOpen()) {
            return refused(OrderRefusals.PAYMENT_NOT_OPEN);
        }
        List<OrderEvent> events =
                new ArrayList<>(List.of(new PaymentConfirmed(command.order(), command.localId(), command.now())));
        return settled(
                state,
                command.order(),
                payment.get().amount(),
                command.now(),
                command.force(),
                around,
                events,
                command.localId());
    }

    /** Behaviour notes, orders 18.6. */
    static Outcome<OrderEvent, Integer> cancel(OrderState state, CancelPayment command) {
        Optional<Payment> payment = state.contents().payment(command.localId());
        if (payment.isEmpty()) {
            return refused(Refusal.notFound());
        }
        return payment.get().state().isOpen()
                ? accepted(command.localId(), List.of(new PaymentCanceled(command.order(), command.localId())))
                : refused(OrderRefusals.PAYMENT_NOT_OPEN);
    }

    /** An order that costs nothing is paid by a payment of nothing. */
    static List<OrderEvent> paidForNothing(OrderContents contents, long paymentId, Instant now) {
        OrderId order = contents.id();
        return List.of(
                new PaymentRecorded(
                        order,
                        FreePayment.of(
                                order, contents.nextPayment(), contents.total().currency(), paymentId, now)),
                new OrderPaid(order, now));
    }

    private static Personal<Object> nothing(OrderId order) {
        return Personal.of(order.subject(), Map.of());
    }

    /** Behaviour notes, orders 18.4: what follows from money that arrived. */
    private static <R> Outcome<OrderEvent, R> settled(
            OrderState state,
            OrderId order,
            Money arrived,
            Instant now,
            boolean force,
            Circumstances around,
            List<OrderEvent> events,
            R result) {
        boolean unpaid = state instanceof Pending || state instanceof Expired;
        boolean covered = arrived.compareTo(state.contents().pending()) >= 0;
        if (!unpaid || !covered) {
            return accepted(result, events);
        }
        Refusal refusal = refusalOf(state, force, around);
        if (refusal != null) {
            return refusedKeeping(refusal, events);
        }
        events.add(new OrderPaid(order, now));
        return accepted(result, events);
    }

    private static @Nullable Refusal refusalOf(OrderState state, boolean force, Circumstances around) {
        boolean expired = state instanceof Expired;
        if (!force) {
            if (state.contents().requireApproval()) {
                return OrderRefusals.NOT_APPROVED;
            }
            if (around.lastPaymentDateOver()) {
                return OrderRefusals.LAST_PAYMENT_DATE_OVER;
            }
            if (expired && !around.latePaymentsAccepted()) {
                return OrderRefusals.NO_LATE_PAYMENTS;
            }
        }
        return expired ? around.unavailable() : null;
    }
}
