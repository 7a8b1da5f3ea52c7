package org.gatebook.command.order;

import static org.gatebook.api.decision.Outcome.accepted;
import static org.gatebook.api.decision.Outcome.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderCommand.AnswerQuestions;
import org.gatebook.api.order.OrderCommand.CancelOrder;
import org.gatebook.api.order.OrderCommand.CancelOrderForFee;
import org.gatebook.api.order.OrderCommand.ChangeOrderDetails;
import org.gatebook.api.order.OrderCommand.DeleteTestOrder;
import org.gatebook.api.order.OrderCommand.ExpireOrder;
import org.gatebook.api.order.OrderCommand.MarkOrderPending;
import org.gatebook.api.order.OrderCommand.MarkOrderRefunded;
import org.gatebook.api.order.OrderCommand.PaymentWish;
import org.gatebook.api.order.OrderCommand.PlaceOrder;
import org.gatebook.api.order.OrderCommand.ReplaceOrderSecret;
import org.gatebook.api.order.OrderCommand.RequestMail;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.LineAnswered;
import org.gatebook.api.order.OrderEvent.MailRequested;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.OrderDeleted;
import org.gatebook.api.order.OrderEvent.OrderDetailsChanged;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.OrderSecretReplaced;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderRefusals;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.order.PlacedPayment;
import org.gatebook.command.order.state.OrderContents;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Deleted;
import org.gatebook.command.order.state.OrderState.Expired;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.state.OrderState.Pending;
import org.jspecify.annotations.Nullable;

/** Decides about an order as a whole; payments have a decider of their own. */
final class OrderDecider {

    private OrderDecider() {}

    /** Behaviour notes, orders 7.8. */
    static Outcome<OrderEvent, OrderId> place(@Nullable OrderState state, PlaceOrder command) {
        if (state != null) {
            throw new IllegalStateException("the number of a new order was used before: " + command.order());
        }
        PlacedOrder placed = command.placed();
        PaymentWish wish = command.wish();
        boolean free = placed.total().amount().signum() == 0;
        boolean becomesFree = command.paidForNothing();
        Refusal refusal = refusalOf(placed, wish, free);
        if (refusal != null) {
            return refused(refusal);
        }
        List<OrderEvent> events = new ArrayList<>();
        events.add(new OrderPlaced(placed));
        if (becomesFree) {
            // A client that calls it paid may say since when.
            Instant paid = wish.paid() ? wish.paymentDate() : placed.datetime();
            events.add(paymentOf(placed, "free", PaymentState.CONFIRMED, paid, wish));
        } else if (wish.provider() != null) {
            events.add(
                    wish.paid()
                            ? paymentOf(placed, wish.provider(), PaymentState.CONFIRMED, wish.paymentDate(), wish)
                            : paymentOf(placed, wish.provider(), PaymentState.CREATED, null, wish));
        }
        if (becomesFree || wish.paid()) {
            events.add(new OrderPaid(placed.id(), placed.datetime()));
        }
        return accepted(placed.id(), events);
    }

    private static @Nullable Refusal refusalOf(PlacedOrder placed, PaymentWish wish, boolean free) {
        if (placed.total().currency().getCurrencyCode().equals("XXX") && !free) {
            return OrderRefusals.NO_CURRENCY;
        }
        if ("free".equals(wish.provider()) && !free) {
            return OrderRefusals.NOT_FREE;
        }
        if (wish.paid() && wish.provider() == null && !free) {
            return OrderRefusals.PAID_WITHOUT_PROVIDER;
        }
        return wish.paid() && placed.requireApproval() ? OrderRefusals.PAID_BEFORE_APPROVAL : null;
    }

    private static OrderEvent paymentOf(
            PlacedOrder placed, String provider, PaymentState state, @Nullable Instant paymentDate, PaymentWish wish) {
        return new PaymentRecorded(
                placed.id(),
                new PlacedPayment(
                        wish.paymentId(),
                        1,
                        provider,
                        state,
                        placed.total(),
                        placed.datetime(),
                        paymentDate,
                        wish.info()));
    }

    /** Behaviour notes, orders 12.4. */
    static Outcome<OrderEvent, OrderId> markPending(OrderState state, MarkOrderPending command) {
        return switch (state) {
            case Paid paid ->
                accepted(command.order(), List.of(new OrderMarkedPending(command.order(), command.now())));
            case Pending p -> refused(OrderRefusals.NOT_PAID);
            case Expired e -> refused(OrderRefusals.NOT_PAID);
            case Canceled c -> refused(OrderRefusals.NOT_PAID);
            case Deleted d -> refused(Refusal.notFound());
        };
    }

    /**
     * Behaviour notes, orders 12.5 and 12.12: whoever asks for it need not wait, but what ends by itself may have been
     * given more time since it was found.
     *
     * @param end when the event ends the term by itself; null if never
     */
    static Outcome<OrderEvent, OrderId> expire(OrderState state, ExpireOrder command, @Nullable Instant end) {
        return switch (state) {
            case Pending pending ->
                command.onlyIfOverdue() && !isOverdue(pending.contents(), command.now(), end)
                        ? refused(OrderRefusals.NOT_OVERDUE)
                        : accepted(command.order(), List.of(new OrderExpired(command.order(), command.now())));
            case Paid p -> refused(OrderRefusals.NOT_PENDING);
            case Expired e -> refused(OrderRefusals.NOT_PENDING);
            case Canceled c -> refused(OrderRefusals.NOT_PENDING);
            case Deleted d -> refused(Refusal.notFound());
        };
    }

    private static boolean isOverdue(OrderContents contents, Instant now, @Nullable Instant end) {
        return contents.expiresByItself() && end != null && end.isBefore(now);
    }

    /** Behaviour notes, orders 12.9, without a fee: contents and total stay, open payments are given up. */
    static Outcome<OrderEvent, OrderId> cancel(OrderState state, CancelOrder command) {
        if (state instanceof Canceled || state.contents().activeLines().isEmpty()) {
            return refused(OrderRefusals.NOT_CANCELABLE);
        }
        List<OrderEvent> events = openPaymentsCanceled(state);
        events.add(new OrderCanceled(command.order(), command.now(), command.comment()));
        return accepted(command.order(), events);
    }

    /** Behaviour notes, orders 12.9: the fee is what is left of the order, and may be paid already. */
    static Outcome<OrderEvent, OrderId> cancelForFee(OrderState state, CancelOrderForFee command) {
        OrderContents contents = state.contents();
        if (state instanceof Canceled || contents.activeLines().isEmpty()) {
            return refused(OrderRefusals.NOT_CANCELABLE);
        }
        Money fee = command.fee().value();
        if (fee.compareTo(contents.total()) > 0) {
            return refused(OrderRefusals.FEE_ABOVE_TOTAL);
        }
        List<OrderEvent> events = openPaymentsCanceled(state);
        events.add(new OrderCanceledForFee(command.order(), command.now(), command.comment(), command.fee(), fee));
        boolean covered = contents.balance().compareTo(fee) >= 0;
        if (covered && !(state instanceof Paid)) {
            events.add(new OrderPaid(command.order(), command.now()));
        } else if (!covered && !(state instanceof Pending)) {
            events.add(new OrderMarkedPending(command.order(), command.now()));
        }
        return accepted(command.order(), events);
    }

    /** Behaviour notes, orders 12.2: only a paid order was given back. */
    static Outcome<OrderEvent, OrderId> markRefunded(OrderState state, MarkOrderRefunded command) {
        return state instanceof Paid
                ? cancel(state, new CancelOrder(command.order(), command.now(), null))
                : refused(OrderRefusals.NOT_PAID);
    }

    /** Behaviour notes, orders 12.11: the state does not matter. */
    static Outcome<OrderEvent, OrderId> replaceSecret(ReplaceOrderSecret command) {
        return accepted(command.order(), List.of(new OrderSecretReplaced(command.order(), command.secret())));
    }

    /** Behaviour notes, orders 6.4: the state does not matter. */
    static Outcome<OrderEvent, OrderId> deleteTest(OrderState state, DeleteTestOrder command) {
        return state.contents().testmode()
                ? accepted(command.order(), List.of(new OrderDeleted(command.order(), command.now())))
                : refused(OrderRefusals.NOT_A_TEST);
    }

    /** What goes with every cancellation. */
    static List<OrderEvent> openPaymentsCanceled(OrderState state) {
        OrderContents contents = state.contents();
        return contents.openPayments().stream()
                .<OrderEvent>map(p -> new PaymentCanceled(contents.id(), p.localId()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Behaviour notes, orders 14.1: some are told only if they bought where people are told. */
    static Outcome<OrderEvent, Boolean> requestMail(OrderState state, RequestMail command) {
        Set<String> channels = command.channels();
        boolean told = channels == null || channels.contains(state.contents().salesChannel());
        return accepted(
                told,
                told
                        ? List.of(new MailRequested(
                                command.order(), command.mail(), command.attendees(), command.origin()))
                        : List.of());
    }

    /** Behaviour notes, orders 6.3: the state does not matter. */
    static Outcome<OrderEvent, OrderId> changeDetails(OrderState state, ChangeOrderDetails command) {
        return accepted(state.contents().id(), List.of(new OrderDetailsChanged(command.order(), command.details())));
    }

    /** Whatever the order's state: doors ask too, and a device that insists may have asked long ago. */
    static Outcome<OrderEvent, OrderId> answer(OrderState order, AnswerQuestions command) {
        boolean known = order.contents().lines().stream().anyMatch(line -> line.id() == command.line());
        return known
                ? accepted(
                        command.order(),
                        List.of(new LineAnswered(
                                command.order(), command.line(), command.answers(), command.withdrawn())))
                : refused(Refusal.notFound());
    }
}
