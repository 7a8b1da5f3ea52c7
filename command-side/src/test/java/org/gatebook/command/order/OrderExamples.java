package org.gatebook.command.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.decision.Outcome;
import org.gatebook.api.decision.Refusal;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.Attendee;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderCommand.CancelOrder;
import org.gatebook.api.order.OrderCommand.ExpireOrder;
import org.gatebook.api.order.OrderCommand.PaymentWish;
import org.gatebook.api.order.OrderCommand.PlaceOrder;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.OrderLine;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.personal.Personal;
import org.gatebook.api.personal.SubjectId;
import org.gatebook.command.order.state.OrderState;
import org.jspecify.annotations.Nullable;

/** Orders to decide about, and what was decided. */
public final class OrderExamples {

    public static final OrderId ID = new OrderId(17);
    public static final Instant NOW = Instant.parse("2030-05-01T10:00:00Z");
    public static final Personal<Object> NOTHING = Personal.of(ID.subject(), Map.of());

    public static final Instant LATER = NOW.plusSeconds(1_000_000);

    /** Nothing speaks against it. */
    static final Circumstances OPEN = new Circumstances(LATER, false, true, null);

    static final Refusal GONE = new Refusal(Refusal.Kind.INVALID, "place.no_longer_available", "gone", null);

    /** The places of an order that holds none are gone. */
    static final Circumstances SOLD_OUT = new Circumstances(LATER, false, true, GONE);

    private OrderExamples() {}

    /** One position of this price. */
    public static OrderState pending(String price, @Nullable String provider) {
        return stateAfter(eventsOf(place(price, false, provider)));
    }

    public static OrderState paid(String price, String provider) {
        return stateAfter(eventsOf(place(price, true, provider)));
    }

    public static OrderState awaitingApproval(String price) {
        return stateAfter(eventsOf(place(List.of(line(1001, price, null)), false, null, false, true)));
    }

    public static OrderState test(String price) {
        return stateAfter(eventsOf(place(List.of(line(1001, price, null)), false, null, true, false)));
    }

    public static OrderState canceled(OrderState order) {
        return after(order, eventsOf(OrderDecider.cancel(order, new CancelOrder(ID, NOW, null))));
    }

    public static OrderState expired(OrderState order) {
        return after(order, eventsOf(OrderDecider.expire(order, new ExpireOrder(ID, NOW, false), null)));
    }

    public static Outcome<OrderEvent, OrderId> place(String price, boolean paid, @Nullable String provider) {
        return place(List.of(line(1001, price, null)), paid, provider);
    }

    public static Outcome<OrderEvent, OrderId> place(List<OrderLine> lines, boolean paid, @Nullable String provider) {
        return place(lines, paid, provider, false, false);
    }

    public static Outcome<OrderEvent, OrderId> place(
            List<OrderLine> lines, boolean paid, @Nullable String provider, boolean testmode, boolean requireApproval) {
        Money total = lines.stream().map(OrderLine::price).reduce(eur("0.00"), Money::plus);
        PlacedOrder placed = new PlacedOrder(
                ID,
                new OrderCode("ABCDE"),
                new OrganizerSlug("o"),
                new EventSlug("e"),
                testmode,
                Personal.bearer(ID.subject(), "secret"),
                "en",
                "web",
                NOW,
                NOW.plusSeconds(86_400),
                Personal.of(ID.subject(), new Buyer(null, null, "", null)),
                null,
                false,
                null,
                requireApproval,
                false,
                NOTHING,
                null,
                lines,
                List.of(),
                false,
                total,
                null);
        return OrderDecider.place(null, new PlaceOrder(placed, new PaymentWish(paid, provider, 76, NOTHING, NOW)));
    }

    public static OrderLine line(long id, String price, @Nullable Long addonTo) {
        return new OrderLine(
                id,
                (int) (id - 1000),
                5,
                null,
                null,
                eur(price),
                null,
                BigDecimal.ZERO,
                eur("0.00"),
                null,
                null,
                null,
                addonTo,
                false,
                null,
                Personal.of(SubjectId.of("position", id), Attendee.unknown()));
    }

    public static <R> List<OrderEvent> eventsOf(Outcome<OrderEvent, R> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<OrderEvent, R> accepted -> accepted.events();
            case Outcome.Refused<OrderEvent, R> refused ->
                throw new AssertionError(refused.refusal().text());
        };
    }

    public static <R> @Nullable Refusal refusalOf(Outcome<OrderEvent, R> outcome) {
        return outcome instanceof Outcome.Refused<OrderEvent, R> refused ? refused.refusal() : null;
    }

    public static <R> List<OrderEvent> keptBy(Outcome<OrderEvent, R> outcome) {
        return outcome instanceof Outcome.Refused<OrderEvent, R> refused ? refused.eventsKept() : List.of();
    }

    public static OrderState stateAfter(List<OrderEvent> events) {
        return after(null, events);
    }

    public static OrderState after(@Nullable OrderState before, List<OrderEvent> events) {
        OrderState state = before;
        for (OrderEvent event : events) {
            state = OrderState.evolve(state, event);
        }
        return Objects.requireNonNull(state);
    }

    public static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), "EUR");
    }
}
