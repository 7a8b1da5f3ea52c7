package org.gatebook.query.history.reason;

import static org.gatebook.query.history.sentence.Wording.moment;
import static org.gatebook.query.history.sentence.Wording.said;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.OrderApproved;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderDeleted;
import org.gatebook.api.order.OrderEvent.OrderDenied;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderMarkedPending;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.OrderReactivated;
import org.gatebook.api.order.OrderEvent.OrderSplitFrom;
import org.gatebook.api.order.OrderEvent.PaymentConfirmed;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.RefundDone;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.history.sentence.Actor;
import org.gatebook.query.order.OrderFold;
import org.gatebook.query.order.OrderView;
import org.gatebook.query.order.PaymentView;
import org.gatebook.query.order.RefundView;

/** Why an order stands where it stands, costs what it costs, and what money there is. */
final class OrderReasons {

    private final Chronicle story;
    private final Steps steps;
    private final List<RecordedEvent> own;
    private final OrderView order;
    private final Currency currency;

    private OrderReasons(Chronicle story, OrderId id) {
        this.story = story;
        this.steps = new Steps(story);
        this.own = story.of(id.aggregateId()).toList();
        this.order = folded(own);
        this.currency = ((OrderPlaced) own.getLast().payload()).placed().total().currency();
    }

    /** The reasons of an order whose whole stream is in the story. */
    static List<Reason> of(Chronicle story, OrderId id) {
        OrderReasons of = new OrderReasons(story, id);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(of.status());
        reasons.add(of.total());
        reasons.add(of.money());
        of.own.stream()
                .filter(event -> event.payload() instanceof OrderSplitFrom)
                .findFirst()
                .ifPresent(split -> reasons.add(of.origin(split)));
        return reasons;
    }

    private static OrderView folded(List<RecordedEvent> newestFirst) {
        OrderView view = null;
        for (RecordedEvent event : newestFirst.reversed()) {
            view = OrderFold.fold(view, (OrderEvent) event.payload(), event.position());
        }
        if (view == null) {
            throw new IllegalArgumentException("the story has no event of the order");
        }
        return view;
    }

    private Reason status() {
        RecordedEvent decided = own.stream()
                .filter(event -> setsStatus((OrderEvent) event.payload()))
                .findFirst()
                .orElseThrow();
        return steps.reason("status", statusSentence(decided), decided);
    }

    static boolean setsStatus(OrderEvent event) {
        return event instanceof OrderPlaced
                || event instanceof OrderPaid
                || event instanceof OrderMarkedPending
                || event instanceof OrderExpired
                || event instanceof OrderCanceled
                || event instanceof OrderDenied
                || event instanceof OrderReactivated
                || event instanceof OrderApproved
                || event instanceof OrderDeleted;
    }

    private String statusSentence(RecordedEvent decided) {
        if (order.deleted()) {
            return "The order is deleted: it was a test.";
        }
        return switch (order.status()) {
            case PENDING -> pending(decided);
            case PAID -> paid();
            case EXPIRED -> expired(decided);
            case CANCELED -> canceled(decided);
        };
    }

    private String pending(RecordedEvent decided) {
        if (order.requireApproval()) {
            return "The order is pending, because the organizer has not approved it yet.";
        }
        String again = decided.payload() instanceof OrderMarkedPending
                ? " It was paid or expired before, and counts as unpaid again."
                : decided.payload() instanceof OrderReactivated ? " It was cancelled before, and came back." : "";
        return "The order is pending, because " + balance() + "." + again + " It may be paid until "
                + moment(order.expires()) + ".";
    }

    private String paid() {
        if (order.total().signum() == 0) {
            return "The order is paid, because it costs nothing.";
        }
        Money kept = kept();
        boolean covered = kept.compareTo(amount(order.total())) >= 0;
        return covered
                ? "The order is paid, because " + arrived() + ", which covers its total of "
                        + amount(order.total()).text() + "."
                : "The order counts as paid, although " + balance() + ".";
    }

    private String expired(RecordedEvent decided) {
        Actor who = Actor.of(decided.metadata());
        return who.bySystem()
                ? "The order is expired, because its term ended at " + moment(order.expires()) + " and " + balance()
                        + "."
                : "The order is expired, because " + who.spoken() + " ended its term; " + balance() + ".";
    }

    private String canceled(RecordedEvent decided) {
        String who = Actor.of(decided.metadata()).spoken();
        if (decided.payload() instanceof OrderDenied denied) {
            return "The order is cancelled, because " + who + " denied it" + said(denied.comment()) + ".";
        }
        String comment = decided.payload() instanceof OrderCanceled canceled ? said(canceled.comment()) : "";
        return steps.causeOf(decided).isPresent()
                ? "The order is cancelled, because " + who + " gave its money back or left nothing in it" + comment
                        + "."
                : "The order is cancelled, because " + who + " cancelled it as a whole" + comment + ".";
    }

    private Reason total() {
        List<OrderEvent> events =
                own.reversed().stream().map(e -> (OrderEvent) e.payload()).toList();
        return steps.reason(
                "total",
                "The total is " + amount(order.total()).text() + ": "
                        + Contents.of(events).spoken() + ".",
                own.stream().filter(event -> Contents.setsTotal((OrderEvent) event.payload())));
    }

    private Reason money() {
        return steps.reason(
                "money",
                capital(arrived()) + "; " + balance() + ".",
                own.stream()
                        .filter(event -> event.payload() instanceof PaymentConfirmed
                                || event.payload() instanceof PaymentRecorded
                                || event.payload() instanceof RefundDone
                                || event.payload() instanceof RefundRecorded));
    }

    private Reason origin(RecordedEvent split) {
        OrderId from = ((OrderSplitFrom) split.payload()).from();
        return steps.reason("origin", "The order was split off " + story.facts().order(from) + ".", split);
    }

    /** For example: payment 2 of 23.00 EUR arrived, and refund 1 of 5.00 EUR was given back. */
    private String arrived() {
        List<PaymentView> payments = order.payments().stream()
                .filter(payment -> payment.state().isReceived())
                .toList();
        List<RefundView> refunds = order.refunds().stream()
                .filter(refund -> refund.state().isGivenBack())
                .toList();
        String came = payments.isEmpty()
                ? "no money arrived"
                : payments.stream()
                                .map(payment -> "payment " + payment.localId() + " of "
                                        + amount(payment.amount()).text())
                                .collect(Collectors.joining(", "))
                        + " arrived";
        String went = refunds.stream()
                .map(refund -> "refund " + refund.localId() + " of "
                        + amount(refund.amount()).text())
                .collect(Collectors.joining(", "));
        return came + (went.isEmpty() ? "" : ", and " + went + " goes back");
    }

    /** For example: nothing of its total of 23.00 EUR is paid, and 23.00 EUR is open. */
    private String balance() {
        Money kept = kept();
        Money open = amount(order.total()).minus(kept);
        String paid = kept.amount().signum() > 0 ? kept.text() : "nothing";
        String rest = open.amount().signum() == 0
                ? ", and nothing is open"
                : open.isNegative()
                        ? ", which is " + open.negated().text() + " too much"
                        : ", and " + open.text() + " is open";
        return paid + " of its total of " + amount(order.total()).text() + " is paid" + rest;
    }

    private Money kept() {
        BigDecimal in = order.payments().stream()
                .filter(payment -> payment.state().isReceived())
                .map(PaymentView::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal out = order.refunds().stream()
                .filter(refund -> refund.state().isGivenBack())
                .map(RefundView::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return amount(in.subtract(out));
    }

    private Money amount(BigDecimal value) {
        return new Money(value, currency);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
