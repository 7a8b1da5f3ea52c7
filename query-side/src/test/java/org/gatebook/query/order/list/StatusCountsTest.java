package org.gatebook.query.order.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.order;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderDeleted;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.query.test.Festival;
import org.gatebook.query.test.OrderStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The number of an event's orders in each status, whatever was remembered of them. */
class StatusCountsTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void an_order_counts_where_it_stands_now() {
        try (var store = new OrderStore(POSTGRES.application())) {
            store.happenAtOnce(IntStream.rangeClosed(1, 50)
                    .mapToObj(number -> order(number, "T" + number).test().line(10_000 + number, Festival.TICKET))
                    .toList());
            assertThat(counts(store)).isEqualTo(Map.of("n", 50L));
            store.happen(id(1).aggregateId(), 1, new OrderPaid(id(1), NOW));
            assertThat(counts(store)).isEqualTo(Map.of("n", 49L, "p", 1L));
            store.happen(id(1).aggregateId(), 2, new OrderCanceled(id(1), NOW, null));
            store.happen(id(2).aggregateId(), 1, new OrderDeleted(id(2), NOW));
            assertThat(counts(store)).isEqualTo(Map.of("n", 48L, "c", 1L));
            for (int number = 3; number <= 50; number++) {
                store.happen(id(number).aggregateId(), 1, new OrderExpired(id(number), NOW));
            }
            assertThat(counts(store)).as("so many that they are kept").isEqualTo(Map.of("e", 48L, "c", 1L));
            store.happen(id(3).aggregateId(), 2, new OrderDeleted(id(3), NOW));
            assertThat(counts(store)).isEqualTo(Map.of("e", 47L, "c", 1L));
            store.rebuild();
            assertThat(counts(store)).isEqualTo(Map.of("e", 47L, "c", 1L));
        }
    }

    private static OrderId id(int number) {
        return new OrderId(number);
    }

    private static Map<String, Long> counts(OrderStore store) {
        return store.get(TransactionalUnit.class).read(Opening.plain(), entered -> {
            StatusCounts counts = store.get(StatusCounts.class);
            return Stream.of("n", "p", "e", "c", "x")
                    .collect(
                            Collectors.toMap(code -> code, code -> counts.of(Festival.ORGANIZER, Festival.EVENT, code)))
                    .entrySet()
                    .stream()
                    .filter(count -> count.getValue() != 0)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        });
    }
}
