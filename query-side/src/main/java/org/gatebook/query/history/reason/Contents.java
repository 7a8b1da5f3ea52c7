package org.gatebook.query.history.reason;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.FeeCanceled;
import org.gatebook.api.order.OrderEvent.FeeChanged;
import org.gatebook.api.order.OrderEvent.LineAdded;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.LineChanged;
import org.gatebook.api.order.OrderEvent.LineSplitOff;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderFee;
import org.gatebook.api.order.OrderLine;
import org.gatebook.query.history.sentence.Wording;

/** What an order's total is made of. */
final class Contents {

    private static final int NAMED = 10;

    private final Map<Long, OrderLine> lines = new LinkedHashMap<>();
    private final Map<Long, OrderFee> fees = new LinkedHashMap<>();

    private Contents() {}

    /** What is in the order after these events, the oldest first. */
    static Contents of(Iterable<OrderEvent> events) {
        Contents contents = new Contents();
        events.forEach(contents::apply);
        return contents;
    }

    /** Whether the event says what the order comes to. */
    static boolean setsTotal(OrderEvent event) {
        return event instanceof OrderPlaced
                || event instanceof LineAdded
                || event instanceof LineChanged
                || event instanceof LineCanceled
                || event instanceof LineSplitOff
                || event instanceof FeeChanged
                || event instanceof FeeCanceled
                || event instanceof OrderCanceledForFee;
    }

    // The other kinds leave contents alone, as their documentation says: money and status are not contents.
    private void apply(OrderEvent event) {
        if (event instanceof OrderPlaced e) {
            e.placed().lines().forEach(line -> lines.put(line.id(), line));
            e.placed().fees().forEach(fee -> fees.put(fee.id(), fee));
        } else if (event instanceof LineAdded e) {
            lines.put(e.line().id(), e.line());
        } else if (event instanceof LineChanged e) {
            lines.computeIfPresent(e.line(), (id, line) -> line.with(e.terms()));
        } else if (event instanceof LineCanceled e) {
            lines.remove(e.line());
        } else if (event instanceof LineSplitOff e) {
            lines.remove(e.line());
        } else if (event instanceof FeeChanged e) {
            fees.put(e.fee().id(), e.fee());
        } else if (event instanceof FeeCanceled e) {
            fees.remove(e.fee());
        } else if (event instanceof OrderCanceledForFee e) {
            lines.clear();
            fees.clear();
            fees.put(e.fee().id(), e.fee());
        }
    }

    /** As a sentence lists it. */
    String spoken() {
        List<String> parts = new ArrayList<>();
        if (lines.size() + fees.size() > NAMED) {
            parts.add(Wording.several(lines.size(), "position"));
            if (!fees.isEmpty()) {
                parts.add(Wording.several(fees.size(), "fee"));
            }
        } else {
            lines.values()
                    .forEach(line -> parts.add("position " + line.positionid() + " for "
                            + line.price().text()));
            fees.values()
                    .forEach(fee -> parts.add(
                            "a fee (" + fee.feeType() + ") of " + fee.value().text()));
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }
}
