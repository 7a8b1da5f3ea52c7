package org.gatebook.query.history.sentence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatebook.api.money.Money;
import org.gatebook.api.order.OrderEvent.LineAdded;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderEvent.RefundRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.ticket.TicketEvent.TicketIssued;
import org.gatebook.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What events around it add to the sentence of an event, which by itself may know only a number: the amount of the payment
 * that was confirmed, the rank of the position that was taken out, the code of the other order.
 */
public final class Facts {

    /** Nothing but the event itself. */
    public static final Facts NONE = new Facts(List.of());

    private record Numbered(OrderId order, int localId) {}

    private final Map<OrderId, String> codes = new HashMap<>();
    private final Map<Numbered, Money> payments = new HashMap<>();
    private final Map<Numbered, Money> refunds = new HashMap<>();
    private final Map<Long, Integer> ranks = new HashMap<>();

    private Facts(Collection<RecordedEvent> events) {
        events.forEach(this::note);
    }

    /** What these events say. */
    public static Facts of(Collection<RecordedEvent> events) {
        return new Facts(events);
    }

    // Only the few kinds that introduce something: the others refer to it.
    private void note(RecordedEvent event) {
        if (event.payload() instanceof OrderPlaced placed) {
            codes.put(placed.order(), placed.placed().code().value());
            placed.placed().lines().forEach(line -> ranks.put(line.id(), line.positionid()));
        } else if (event.payload() instanceof LineAdded added) {
            ranks.put(added.line().id(), added.line().positionid());
        } else if (event.payload() instanceof TicketIssued issued) {
            ranks.put(issued.ticket().number(), issued.issued().positionid());
        } else if (event.payload() instanceof PaymentRecorded recorded) {
            payments.put(
                    new Numbered(recorded.order(), recorded.payment().localId()),
                    recorded.payment().amount());
        } else if (event.payload() instanceof RefundRecorded recorded) {
            refunds.put(
                    new Numbered(recorded.order(), recorded.refund().localId()),
                    recorded.refund().amount());
        }
    }

    /** The order of this code. */
    public Optional<OrderId> orderOfCode(String code) {
        return codes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** For example {@code order ABCDE}. */
    public String order(OrderId order) {
        String code = codes.get(order);
        return "order " + (code == null ? "number " + order.number() : code);
    }

    /** For example {@code position 2}. */
    public String position(long line) {
        Integer rank = ranks.get(line);
        return "position " + (rank == null ? "with the number " + line : rank);
    }

    /** For example {@code payment 2 of 23.00 EUR}. */
    public String payment(OrderId order, int localId) {
        return "payment " + localId + of(payments.get(new Numbered(order, localId)));
    }

    /** For example {@code refund 1 of 5.00 EUR}. */
    public String refund(OrderId order, int localId) {
        return "refund " + localId + of(refunds.get(new Numbered(order, localId)));
    }

    private static String of(@Nullable Money amount) {
        return amount == null ? "" : " of " + amount.text();
    }
}
