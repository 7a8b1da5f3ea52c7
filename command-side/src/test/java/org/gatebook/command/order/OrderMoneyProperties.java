package org.gatebook.command.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.command.order.OrderExamples.LATER;
import static org.gatebook.command.order.OrderExamples.NOTHING;
import static org.gatebook.command.order.OrderExamples.NOW;
import static org.gatebook.command.order.OrderExamples.OPEN;
import static org.gatebook.command.order.OrderExamples.eur;
import static org.gatebook.command.order.OrderExamples.eventsOf;
import static org.gatebook.command.order.OrderExamples.line;
import static org.gatebook.command.order.OrderExamples.place;
import static org.gatebook.command.order.OrderExamples.stateAfter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderCommand.AfterRefund;
import org.gatebook.api.order.OrderCommand.BeginSplitOrder;
import org.gatebook.api.order.OrderCommand.CancelOrder;
import org.gatebook.api.order.OrderCommand.CancelOrderForFee;
import org.gatebook.api.order.OrderCommand.CancelPayment;
import org.gatebook.api.order.OrderCommand.CancelRefund;
import org.gatebook.api.order.OrderCommand.ChangeOrder;
import org.gatebook.api.order.OrderCommand.CompleteRefund;
import org.gatebook.api.order.OrderCommand.ConfirmPayment;
import org.gatebook.api.order.OrderCommand.ExpireOrder;
import org.gatebook.api.order.OrderCommand.ExtendOrder;
import org.gatebook.api.order.OrderCommand.MarkOrderPaid;
import org.gatebook.api.order.OrderCommand.MarkOrderPending;
import org.gatebook.api.order.OrderCommand.ProcessRefund;
import org.gatebook.api.order.OrderCommand.ReactivateOrder;
import org.gatebook.api.order.OrderCommand.RecordPayment;
import org.gatebook.api.order.OrderCommand.RecordRefund;
import org.gatebook.api.order.OrderCommand.RefundPayment;
import org.gatebook.api.order.OrderCommand.SellGiftCards;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.GiftCardSold;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.PaymentConfirmed;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.RefundCanceled;
import org.gatebook.api.order.OrderEvent.RefundDone;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.order.RefundSource;
import org.gatebook.api.order.RefundState;
import org.gatebook.api.order.change.ChangeOperation;
import org.gatebook.api.order.change.ChangeOperation.AddLine;
import org.gatebook.api.order.change.ChangeOperation.AlterLine;
import org.gatebook.api.order.change.ChangeOperation.CancelLine;
import org.gatebook.api.order.change.ChangeOperation.ChangeFee;
import org.gatebook.api.order.change.ChangeOperation.SplitLine;
import org.gatebook.api.order.change.ChangedContents;
import org.gatebook.api.order.change.LinePatch;
import org.gatebook.api.order.change.NewLine;
import org.gatebook.api.order.change.Patch;
import org.gatebook.api.order.change.SplitInto;
import org.gatebook.api.order.change.SplitOff;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.command.order.change.ChangeDecider;
import org.gatebook.command.order.change.ChangeFacts;
import org.gatebook.command.order.change.ChangePlan;
import org.gatebook.command.order.change.FestivalOffer;
import org.gatebook.command.order.change.SplitDecider;
import org.gatebook.command.order.state.Line;
import org.gatebook.command.order.state.OrderHoldings;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Canceled;
import org.gatebook.command.order.state.OrderState.Paid;
import org.gatebook.command.order.usage.Holdings;

/**
 * Whatever happens to an order, and to those that are split off from it, in whatever order: the money adds up.
 *
 * <p>Long: the generators and the one property they serve belong together.
 */
class OrderMoneyProperties {

    private static final AfterRefund STAYS = new AfterRefund(false, false, NOW);

    private static final List<RefundState> REFUNDS =
            List.of(RefundState.DONE, RefundState.CREATED, RefundState.EXTERNAL);

    private final FestivalOffer festival = new FestivalOffer();

    /** An order, and all that happened to it. */
    private static final class Life {
        private final List<OrderEvent> events = new ArrayList<>();
        private OrderState state;

        private Life(List<OrderEvent> first) {
            events.addAll(first);
            state = stateAfter(first);
        }

        private void happen(List<OrderEvent> more) {
            for (OrderEvent event : more) {
                events.add(event);
                state = OrderState.evolve(state, event);
            }
        }
    }

    @Property(tries = 300)
    void money_adds_up(
            @ForAll @Size(50) List<@IntRange(max = 18) Integer> kinds,
            @ForAll @Size(50) List<@IntRange(max = 999) Integer> numbers) {
        play(kinds, numbers);
    }

    @Tag("torture")
    @Property(tries = 2_000)
    void money_adds_up_in_many_lives(
            @ForAll @Size(50) List<@IntRange(max = 18) Integer> kinds,
            @ForAll @Size(50) List<@IntRange(max = 999) Integer> numbers) {
        play(kinds, numbers);
    }

    private void play(List<Integer> kinds, List<Integer> numbers) {
        List<OrderLine> lines = List.of(line(1001, "20.00", null), line(1002, "3.00", 1001L), line(1003, "7.00", null));
        List<Life> family = new ArrayList<>(List.of(new Life(eventsOf(place(lines, false, "banktransfer")))));
        for (int index = 0; index < kinds.size(); index++) {
            int number = numbers.get(index);
            Life order = family.get(number % family.size());
            int kind = kinds.get(index);
            if (kind < 7) {
                Money before = balance(family);
                change(family, order, kind, number, 2_000L + index);
                assertThat(balance(family)).as("what all orders have").isEqualTo(before);
            } else {
                order.happen(happened(order.state, kind, number, 3_000L + index));
            }
            family.forEach(OrderMoneyProperties::check);
        }
    }

    private static void check(Life life) {
        assertThat(life.state.contents().total())
                .isEqualTo(life.state.contents().sum());
        assertThat(life.state.contents().balance()).isEqualTo(booked(life.events));
        assertThat(life.state.contents().payments())
                .filteredOn(payment -> payment.provider().equals("giftcard"))
                .as("no card gets more back than came from it")
                .allSatisfy(payment -> assertThat(life.state.contents().refunded(payment.localId()))
                        .isLessThanOrEqualTo(payment.amount()));
        assertThat(life.events.stream()
                        .filter(GiftCardSold.class::isInstance)
                        .map(sold -> ((GiftCardSold) sold).line()))
                .as("positions that gift cards were sold with")
                .doesNotHaveDuplicates();
        Holdings held = OrderHoldings.of(life.state);
        assertThat(held.places().values()).as("places taken, by product").allMatch(count -> count > 0);
        assertThat(held.counted().values()).as("uses of what is limited").allMatch(count -> count >= 0);
        assertThat(stateAfter(life.events)).as("told again").isEqualTo(life.state);
    }

    private static Money balance(List<Life> family) {
        return family.stream().map(life -> life.state.contents().balance()).reduce(eur("0.00"), Money::plus);
    }

    /**
     * What has come and was not given back, by the events alone; what a provider says to have given back counts when
     * somebody has looked at it.
     */
    private static Money booked(List<OrderEvent> events) {
        Map<Integer, Money> payments = new HashMap<>();
        Map<Integer, Money> refunds = new HashMap<>();
        Set<Integer> given = new HashSet<>();
        Money balance = eur("0.00");
        for (OrderEvent event : events) {
            if (event instanceof PaymentRecorded recorded) {
                payments.put(recorded.payment().localId(), recorded.payment().amount());
                if (recorded.payment().state() == PaymentState.CONFIRMED) {
                    balance = balance.plus(recorded.payment().amount());
                }
            } else if (event instanceof PaymentConfirmed confirmed) {
                balance = balance.plus(payments.get(confirmed.localId()));
            } else if (event instanceof RefundRecorded recorded) {
                refunds.put(recorded.refund().localId(), recorded.refund().amount());
                if (recorded.refund().state() != RefundState.EXTERNAL) {
                    given.add(recorded.refund().localId());
                }
            } else if (event instanceof RefundDone done) {
                given.add(done.localId());
            } else if (event instanceof RefundCanceled canceled) {
                given.remove(canceled.localId());
            }
        }
        for (int refund : given) {
            balance = balance.minus(refunds.get(refund));
        }
        return balance;
    }

    private void change(List<Life> family, Life order, int kind, int number, long fresh) {
        OrderId id = order.state.contents().id();
        ChangeOrder command = new ChangeOrder(
                id,
                List.of(operation(order.state, kind, number, fresh)),
                new SplitInto(new OrderId(fresh), new OrderCode("SPLIT")),
                fresh,
                NOW,
                false);
        ChangeFacts facts = festival.facts(order.state);
        ChangePlan plan = ChangeDecider.plan(order.state, command, facts);
        if (ChangeDecider.change(command, plan, facts, null)
                instanceof Outcome.Accepted<OrderEvent, ChangedContents> done) {
            boolean wasPaid = order.state instanceof Paid;
            order.happen(done.events());
            if (order.state instanceof Paid && !wasPaid) {
                assertThat(order.state.contents().pending().amount().signum()).isNotPositive();
            }
            SplitOff split = done.result().split();
            if (split != null) {
                Life other = new Life(eventsOf(SplitDecider.begin(null, begin(split, id))));
                assertThat(other.state instanceof Paid).isEqualTo(split.paid());
                family.add(other);
            }
        }
    }

    private static BeginSplitOrder begin(SplitOff split, OrderId from) {
        List<OrderLine> lines = split.lines().stream()
                .map(moved -> line(moved.id(), "0.00", moved.addonTo()).with(moved.terms()))
                .toList();
        PlacedOrder any = ((OrderPlaced) eventsOf(place(lines, false, null)).getFirst()).placed();
        PlacedOrder placed = new PlacedOrder(
                split.order(),
                split.code(),
                any.organizer(),
                any.event(),
                split.testmode(),
                any.secret(),
                any.locale(),
                split.salesChannel(),
                NOW,
                split.expires(),
                any.buyer(),
                null,
                false,
                null,
                split.requireApproval(),
                false,
                NOTHING,
                null,
                lines,
                split.fees(),
                false,
                split.total(),
                null);
        return new BeginSplitOrder(placed, from, split.offset(), NOTHING, 1, split.paid(), Set.of());
    }

    private static ChangeOperation operation(OrderState state, int kind, int number, long fresh) {
        List<Line> lines = state.contents().activeLines();
        List<OrderFee> fees = state.contents().fees();
        long line = lines.isEmpty() ? 0 : lines.get(number % lines.size()).id();
        return switch (kind) {
            case 0 -> new CancelLine(line);
            case 1, 2 -> altered(line, Patch.to(eur(number % 40 + ".00")), Patch.none());
            case 3 -> new SplitLine(line);
            case 4 ->
                new AddLine(new NewLine(
                        fresh,
                        FestivalOffer.TICKET,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Personal.of(SubjectId.of("position", fresh), Attendee.unknown()),
                        null,
                        null));
            case 5 -> new ChangeFee(fees.isEmpty() ? 0 : fees.getFirst().id(), eur(number % 9 + ".50"));
            default ->
                altered(line, Patch.none(), Patch.to(number % 2 == 0 ? FestivalOffer.NORMAL : FestivalOffer.REDUCED));
        };
    }

    private static AlterLine altered(long line, Patch<Money> price, Patch<Long> rule) {
        return new AlterLine(
                line,
                new LinePatch(
                        Patch.none(),
                        Patch.none(),
                        Patch.none(),
                        Patch.none(),
                        price,
                        rule,
                        Patch.none(),
                        Patch.none()));
    }

    /** What is refused may keep events all the same: money that has arrived has arrived. */
    private static List<OrderEvent> happened(OrderState state, int kind, int number, long fresh) {
        OrderId id = state.contents().id();
        int payment = 1 + number % 4;
        Money amount = eur(number % 30 + ".00");
        return switch (kind) {
            case 7 -> events(PaymentDecider.record(state, payment(id, amount, PaymentState.CONFIRMED, fresh), OPEN));
            case 8 -> events(PaymentDecider.record(state, payment(id, amount, PaymentState.CREATED, fresh), OPEN));
            case 9 -> events(PaymentDecider.confirm(state, new ConfirmPayment(id, payment, NOW, false), OPEN));
            case 10 -> events(PaymentDecider.cancel(state, new CancelPayment(id, payment)));
            case 11 -> events(RefundDecider.refund(state, new RefundPayment(id, payment, amount, STAYS), OPEN));
            case 12 ->
                events(RefundDecider.record(
                        state,
                        new RecordRefund(
                                id,
                                REFUNDS.get(number % 3),
                                RefundSource.ADMIN,
                                amount,
                                null,
                                null,
                                null,
                                "manual",
                                NOTHING,
                                new AfterRefund(number % 5 == 0, number % 2 == 0, NOW)),
                        OPEN));
            case 13 -> events(PaymentDecider.markPaid(state, new MarkOrderPaid(id, fresh, NOW, false), OPEN));
            case 14 ->
                state instanceof Canceled
                        ? events(RevivalDecider.reactivate(state, new ReactivateOrder(id, NOW), OPEN))
                        : number % 3 == 0
                                ? events(OrderDecider.cancelForFee(
                                        state, new CancelOrderForFee(id, NOW, null, fee(fresh))))
                                : events(OrderDecider.cancel(state, new CancelOrder(id, NOW, null)));
            case 15 -> events(GiftCardSaleDecider.sell(state, new SellGiftCards(id, Set.of(FestivalOffer.TICKET))));
            case 16 ->
                number % 2 == 0
                        ? events(RefundDecider.complete(state, new CompleteRefund(id, payment, NOW)))
                        : events(RefundDecider.cancel(state, new CancelRefund(id, payment)));
            case 17 ->
                events(RefundDecider.process(
                        state,
                        new ProcessRefund(id, payment, new AfterRefund(number % 5 == 0, number % 2 == 0, NOW)),
                        OPEN));
            default ->
                state instanceof Paid
                        ? events(OrderDecider.markPending(state, new MarkOrderPending(id, NOW)))
                        : number % 2 == 0
                                ? events(OrderDecider.expire(state, new ExpireOrder(id, NOW, false), null))
                                : events(RevivalDecider.extend(state, new ExtendOrder(id, LATER, NOW, false), OPEN));
        };
    }

    private static <R> List<OrderEvent> events(Outcome<OrderEvent, R> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<OrderEvent, R> accepted -> accepted.events();
            case Outcome.Refused<OrderEvent, R> refused -> refused.eventsKept();
        };
    }

    /** Every second one from a gift card, to which it can go back. */
    private static RecordPayment payment(OrderId id, Money amount, PaymentState state, long fresh) {
        return fresh % 2 == 0
                ? new RecordPayment(id, fresh, state, amount, null, "manual", NOTHING, NOW, false)
                : new RecordPayment(
                        id,
                        fresh,
                        state,
                        amount,
                        null,
                        "giftcard",
                        Personal.of(id.subject(), Map.of("gift_card", 7)),
                        NOW,
                        false);
    }

    private static OrderFee fee(long id) {
        return new OrderFee(id, OrderFee.CANCELLATION, eur("2.00"), "", "", null, BigDecimal.ZERO, eur("0.00"));
    }
}
