package org.gatebook.command.order.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.FeeCanceled;
import org.gatebook.api.order.OrderEvent.FeeChanged;
import org.gatebook.api.order.OrderEvent.LineAdded;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.LineChanged;
import org.gatebook.api.order.OrderEvent.LineSplitOff;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.change.ChangedContents.AddedLine;
import org.gatebook.api.order.change.ChangedContents.AlteredLine;
import org.gatebook.command.order.state.Line;
import org.gatebook.command.order.state.OrderContents;
import org.jspecify.annotations.Nullable;

/** The contents of an order while operations are carried out on them one after the other; lives as long as one decision. */
final class ContentsDraft {

    private final OrderContents before;
    private final Map<Long, Line> lines = new LinkedHashMap<>();
    private final Map<Long, OrderFee> fees = new LinkedHashMap<>();
    private final Set<Long> canceled = new LinkedHashSet<>();
    private final Set<Long> moved = new LinkedHashSet<>();
    private final Set<Long> canceledFees = new LinkedHashSet<>();
    private final Map<Long, AddedLine> added = new LinkedHashMap<>();
    private final Map<Long, AlteredLine> altered = new LinkedHashMap<>();
    private boolean different;
    private boolean invoiceAffected;

    ContentsDraft(OrderContents before) {
        this.before = before;
        before.lines().forEach(line -> lines.put(line.id(), line));
        before.fees().forEach(fee -> fees.put(fee.id(), fee));
    }

    /** Whatever its state; null if the order never had it. */
    @Nullable
    Line line(long id) {
        return lines.get(id);
    }

    /** One that is neither cancelled nor on its way to another order; null if there is none. */
    @Nullable
    Line activeLine(long id) {
        Line line = lines.get(id);
        return line == null || line.canceled() || moved.contains(id) ? null : line;
    }

    /** Whether an operation of this change took it out. */
    boolean tookOut(long line) {
        return canceled.contains(line) || moved.contains(line);
    }

    /** Positions that stay. */
    List<Line> active() {
        return held().filter(line -> !moved.contains(line.id())).toList();
    }

    /** Positions that stay or go to another order. */
    Stream<Line> held() {
        return lines.values().stream().filter(line -> !line.canceled());
    }

    /** Positions that go to another order, in the order's order. */
    List<Line> moved() {
        return lines.values().stream().filter(line -> moved.contains(line.id())).toList();
    }

    /** A position and its add-ons, as far as they are still there. */
    List<Line> family(Line main) {
        return active().stream()
                .filter(line ->
                        line.id() == main.id() || Long.valueOf(main.id()).equals(line.addonTo()))
                .toList();
    }

    List<OrderFee> fees() {
        return List.copyOf(fees.values());
    }

    @Nullable
    OrderFee fee(long id) {
        return fees.get(id);
    }

    /** Whether an operation of this change took it out. */
    boolean tookOutFee(long id) {
        return canceledFees.contains(id);
    }

    int nextPositionid() {
        return lines.values().stream().mapToInt(Line::positionid).max().orElse(0) + 1;
    }

    void cancel(Line line) {
        lines.put(line.id(), line.cancel());
        canceled.add(line.id());
        changed(true);
    }

    void move(Line line) {
        moved.add(line.id());
        changed(true);
    }

    /** @param amounts whether more than the place is different */
    void replace(Line line, boolean amounts) {
        lines.put(line.id(), line);
        changed(amounts);
    }

    /** Remembers what a ticket admits to, which may be all that is different. */
    void alter(AlteredLine ticket) {
        altered.put(ticket.line(), ticket);
        changed(false);
    }

    void add(OrderLine line, @Nullable Instant validFrom, @Nullable Instant validUntil) {
        lines.put(line.id(), Line.of(line));
        added.put(line.id(), new AddedLine(line, validFrom, validUntil));
        changed(true);
    }

    void replace(OrderFee fee) {
        fees.put(fee.id(), fee);
        changed(true);
    }

    void cancelFee(long fee) {
        fees.remove(fee);
        canceledFees.add(fee);
        changed(true);
    }

    private void changed(boolean amounts) {
        different = true;
        invoiceAffected |= amounts;
    }

    boolean isDifferent() {
        return different;
    }

    boolean isInvoiceAffected() {
        return invoiceAffected;
    }

    List<Line> canceled() {
        return lines.values().stream()
                .filter(line -> canceled.contains(line.id()))
                .toList();
    }

    List<AlteredLine> altered() {
        return altered.values().stream()
                .filter(ticket -> !canceled.contains(ticket.line()))
                .toList();
    }

    /** New positions, with what later operations made of them. */
    List<AddedLine> added() {
        return added.values().stream().map(this::present).toList();
    }

    private AddedLine present(AddedLine line) {
        Line now = lines.get(line.line().id());
        return now == null ? line : new AddedLine(line.line().with(now.terms()), line.validFrom(), line.validUntil());
    }

    /** What stays comes to. */
    Money total() {
        return Stream.concat(
                        active().stream().map(Line::price),
                        fees.values().stream().map(OrderFee::value))
                .reduce(nothing(), Money::plus);
    }

    /** How much dearer everything has become, wherever it is now (behaviour notes, orders 17.5). */
    Money difference() {
        Money elsewhere = moved().stream().map(Line::price).reduce(nothing(), Money::plus);
        return total().plus(elsewhere).minus(before.sum());
    }

    private Money nothing() {
        return Money.zero(before.total().currency());
    }

    /**
     * What happened, each with the total up to there.
     *
     * @param into the order that positions move to; null if none does
     */
    List<OrderEvent> events(@Nullable OrderId into) {
        List<OrderEvent> events = new ArrayList<>();
        OrderId order = before.id();
        Money total = before.sum();
        for (Line line : before.lines()) {
            Line now = lines.getOrDefault(line.id(), line);
            if (!now.terms().equals(line.terms())) {
                total = line.canceled() ? total : total.plus(now.price()).minus(line.price());
                events.add(new LineChanged(order, line.id(), now.terms(), total));
            }
            if (canceled.contains(line.id())) {
                total = total.minus(now.price());
                events.add(new LineCanceled(order, line.id(), total));
            }
            if (into != null && moved.contains(line.id())) {
                total = total.minus(now.price());
                events.add(new LineSplitOff(order, line.id(), into, total));
            }
        }
        for (AddedLine line : added()) {
            total = total.plus(line.line().price());
            events.add(new LineAdded(order, line.line(), total));
        }
        for (OrderFee fee : before.fees()) {
            OrderFee now = fees.get(fee.id());
            if (now == null) {
                total = total.minus(fee.value());
                events.add(new FeeCanceled(order, fee.id(), total));
            } else if (!now.equals(fee)) {
                total = total.plus(now.value()).minus(fee.value());
                events.add(new FeeChanged(order, now, total));
            }
        }
        return events;
    }
}
