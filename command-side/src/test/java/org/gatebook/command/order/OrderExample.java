package org.gatebook.command.order;

import static org.gatebook.command.order.OrderExamples.ID;
import static org.gatebook.command.order.OrderExamples.NOTHING;
import static org.gatebook.command.order.OrderExamples.NOW;
import static org.gatebook.command.order.OrderExamples.eur;
import static org.gatebook.command.order.OrderExamples.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatebook.api.EventSlug;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.OrderCode;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderDeleted;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.PaymentCanceled;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.api.order.PlacedPayment;
import org.gatebook.api.personal.Personal;
import org.gatebook.command.order.state.OrderState;

/**
 * An order in each state that it can be in, and with more or less money than it costs where that matters: two positions,
 * 20.00 and 3.00, and a fee of 2.00. Its first payment is open unless the order was called off, its second one came from
 * a gift card.
 *
 * @param title how the state is called
 * @param events how the order came into it
 */
record OrderExample(String title, List<OrderEvent> events) {

    static final long FEE = 2001;

    static List<OrderExample> all() {
        return List.of(
                new OrderExample("pending", pending(false)),
                new OrderExample("pending, valid all the same", List.of(placed(false, false, true), open())),
                new OrderExample("pending, half paid", with(pending(false), arrived("10.00"))),
                new OrderExample("awaiting approval", List.of(placed(false, true, false), open())),
                new OrderExample("paid", paid("25.00")),
                new OrderExample("paid, too much", paid("30.00")),
                new OrderExample("expired", with(pending(false), new OrderExpired(ID, NOW))),
                new OrderExample("canceled", canceled(pending(false))),
                new OrderExample("canceled, money kept", canceled(paid("25.00"))),
                new OrderExample("pending test", pending(true)),
                new OrderExample("deleted", with(pending(true), new OrderDeleted(ID, NOW))));
    }

    OrderState state() {
        return OrderExamples.stateAfter(events);
    }

    private static List<OrderEvent> pending(boolean test) {
        return List.of(placed(test, false, false), open());
    }

    private static List<OrderEvent> paid(String amount) {
        return with(pending(false), arrived(amount), new OrderPaid(ID, NOW));
    }

    private static List<OrderEvent> canceled(List<OrderEvent> before) {
        return with(before, new PaymentCanceled(ID, 1), new OrderCanceled(ID, NOW, null));
    }

    private static OrderEvent open() {
        return new PaymentRecorded(
                ID, new PlacedPayment(71, 1, "banktransfer", PaymentState.CREATED, eur("25.00"), NOW, null, NOTHING));
    }

    private static OrderEvent arrived(String amount) {
        Personal<Object> card = Personal.of(ID.subject(), Map.of("gift_card", 7));
        return new PaymentRecorded(
                ID, new PlacedPayment(72, 2, "giftcard", PaymentState.CONFIRMED, eur(amount), NOW, NOW, card));
    }

    private static List<OrderEvent> with(List<OrderEvent> before, OrderEvent... more) {
        List<OrderEvent> events = new ArrayList<>(before);
        events.addAll(List.of(more));
        return events;
    }

    private static OrderEvent placed(boolean test, boolean requireApproval, boolean validIfPending) {
        return new OrderPlaced(new PlacedOrder(
                ID,
                new OrderCode("ABCDE"),
                new OrganizerSlug("o"),
                new EventSlug("e"),
                test,
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
                validIfPending,
                NOTHING,
                null,
                List.of(line(1001, "20.00", null), line(1002, "3.00", null)),
                List.of(new OrderFee(FEE, OrderFee.PAYMENT, eur("2.00"), "", "", null, BigDecimal.ZERO, eur("0.00"))),
                false,
                eur("25.00"),
                null));
    }
}
