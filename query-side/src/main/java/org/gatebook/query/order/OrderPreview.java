package org.gatebook.query.order;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderQuery.PreviewOrder;
import org.gatebook.api.order.PlacedOrder;
import org.gatebook.query.order.line.PreviewedLine;
import org.gatebook.query.order.shown.ShownOrders;
import org.gatebook.query.order.shown.StoredLine;
import org.gatebook.query.order.shown.StoredOrder;
import org.gatebook.web.answer.ApiJson;
import org.gatebook.web.answer.RawJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows a simulated order as if it had been placed, and says where it shows that it was not (behaviour notes, orders 7.10). */
@Component
class OrderPreview {

    private static final Pattern NUMBERED = Pattern.compile("/orderpositions/\\d+/");

    /** What has no number has no address: this is what the reference writes in its place. */
    private static final String NOWHERE = "/orderpositions/None/";

    private final ShownOrders shown;

    OrderPreview(ShownOrders shown) {
        this.shown = shown;
    }

    @QueryHandler
    Object show(PreviewOrder query) {
        PlacedOrder placed = query.placed();
        OrderView order = OrderFold.fold(null, new OrderPlaced(placed), 0).with(query.status());
        List<StoredLine> lines = new ArrayList<>();
        for (int i = 0; i < placed.lines().size(); i++) {
            lines.add(PreviewedLine.of(placed.lines().get(i), query.tickets().get(i)));
        }
        StoredOrder.Head head = new StoredOrder.Head(
                0,
                placed.code().value(),
                placed.event(),
                query.status(),
                placed.requireApproval(),
                placed.validIfPending());
        StoredOrder stored = new StoredOrder(head, placed.datetime(), OrderText.of(order, null), lines);
        ObjectNode json = json(
                shown.show(placed.organizer(), List.of(stored), query.shape()).getFirst());
        json.path("positions").forEach(position -> unname((ObjectNode) position, query.wantedCode()));
        return json;
    }

    private static ObjectNode json(Object shown) {
        return shown instanceof RawJson raw
                ? (ObjectNode) ApiJson.mapper().readTree(raw.text())
                : ApiJson.mapper().valueToTree(shown);
    }

    private static void unname(ObjectNode position, @Nullable String wantedCode) {
        if (position.has("id")) {
            position.put("id", 0);
        }
        if (position.has("order")) {
            position.put("order", wantedCode == null ? "" : wantedCode);
        }
        for (JsonNode file : position.path("downloads")) {
            String url = NUMBERED.matcher(file.path("url").asString()).replaceFirst(NOWHERE);
            ((ObjectNode) file).put("url", url);
        }
    }
}
