package org.gatebook.command.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderId;
import org.gatebook.command.order.state.OrderHoldings;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.usage.Holdings;
import org.gatebook.eventstore.EventReader;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.web.answer.ApiJson;
import org.jspecify.annotations.Nullable;

/** Folds the events of orders into what each order holds, by the very functions that decide and count. */
final class RebuiltHoldings implements ReadModel<RebuiltHoldings.Standing> {

    private static final Table TABLE = new Table(
            "rebuilt_holding", List.of("id"), List.of("id", "organizer", "event", "places:json", "counted:json"));

    private final EventReader events;

    /** @param sequence of the last event in the state */
    record Standing(OrderState state, long sequence) {}

    RebuiltHoldings(EventReader events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "holdings of orders";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/command/order/rebuilt_holding.v1.sql";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Class<OrderEvent> events() {
        return OrderEvent.class;
    }

    /** A state that was loaded may be ahead of the event; it is written all the same. */
    @Override
    public Standing fold(@Nullable Standing view, RecordedEvent event) {
        if (view != null && view.sequence() >= event.sequence()) {
            return new Standing(view.state(), view.sequence());
        }
        return new Standing(
                OrderState.evolve(view == null ? null : view.state(), (OrderEvent) event.payload()), event.sequence());
    }

    /** The rows do not tell the state, and few orders are loaded: those that changed while others were folded. */
    @Override
    public @Nullable Standing load(String key) {
        Standing standing = null;
        for (RecordedEvent event : events.ofAggregate(key, -1)) {
            standing = fold(standing, event);
        }
        return standing;
    }

    @Override
    public void write(Row<Standing> row, RowSink sink) {
        OrderState state = row.view().state();
        Holdings holdings = OrderHoldings.of(state);
        List<Map<String, @Nullable Object>> places = new ArrayList<>();
        holdings.places().forEach((product, count) -> {
            Map<String, @Nullable Object> place = new LinkedHashMap<>();
            place.put("item", product.item());
            place.put("variation", product.variation());
            place.put("subevent", product.subevent());
            place.put("count", count);
            places.add(place);
        });
        List<Map<String, Object>> counted = new ArrayList<>();
        holdings.counted()
                .forEach((counter, count) ->
                        counted.add(Map.of("kind", counter.kind(), "id", counter.id(), "count", count)));
        sink.row(
                TABLE,
                OrderId.ofAggregate(row.key()).number(),
                state.contents().organizer().value(),
                state.contents().event().value(),
                ApiJson.mapper().writeValueAsString(places),
                ApiJson.mapper().writeValueAsString(counted));
    }
}
