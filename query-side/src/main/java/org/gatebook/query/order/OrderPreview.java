package org.gatebook.query.order;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderQuery.PreviewOrder;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.query.order.line.PreviewedLine;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.query.order.shown.StoredLine;
import org.gatebook.query.order.shown.StoredOrder;
import org.springframework.stereotype.Component;

/** Shows a simulated order as if it had been placed, and says where it shows that it was not (behaviour notes, orders 7.10). */
@Component
class OrderPreview {

    /** What has no id has no number either: the client sees nothing that it could ask for later. */
    private static final String NO_ORDER = "";

    private final ShownOrders shown;

    OrderPreview(ShownOrders shown) {
        this.shown = shown;
    }

    @QueryHandler
    Object show(PreviewOrder query) {
        PlacedOrder placed = query.placed();
        OrderView order = OrderFold.fold(null, new OrderPlaced(placed)).with(query.status());
        List<StoredLine> lines = new ArrayList<>();
        for (int i = 0; i < placed.lines().size(); i++) {
            lines.add(PreviewedLine.of(placed.lines().get(i), query.tickets().get(i)));
        }
        StoredOrder.Head head = new StoredOrder.Head(
                NO_ORDER, placed.event(), query.status(), placed.requireApproval(), placed.validIfPending());
        StoredOrder stored = new StoredOrder(0, head, placed.datetime(), OrderText.of(order, null), lines);
        return shown.show(placed.organizer(), List.of(stored), query.shape()).getFirst();
    }
}
