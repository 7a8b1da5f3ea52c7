package org.gatebook.query.order.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.order;

import java.util.stream.IntStream;
import org.gatebook.api.order.OrderEvent.OrderDeleted;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.query.test.Festival;
import org.gatebook.query.test.OrderStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The number of an event's orders, whatever was remembered of it. */
class OrderCountsTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void what_was_remembered_is_counted_on_from_and_never_wrong() {
        try (var store = new OrderStore(POSTGRES.application())) {
            store.happenAtOnce(IntStream.rangeClosed(1, 600)
                    .mapToObj(number -> order(number, "T" + number).test().line(10_000 + number, Festival.TICKET))
                    .toList());
            assertThat(count(store)).isEqualTo(600);
            delete(store, 1);
            store.happenAtOnce(IntStream.rangeClosed(601, 610)
                    .mapToObj(number -> order(number, "T" + number).test().line(10_000 + number, Festival.TICKET))
                    .toList());
            delete(store, 610);
            assertThat(count(store)).isEqualTo(608);
            store.rebuild();
            assertThat(count(store)).isEqualTo(608);
            delete(store, 2);
            assertThat(count(store)).isEqualTo(607);
        }
    }

    private static void delete(OrderStore store, int number) {
        OrderId id = new OrderId(number);
        store.happen(id.aggregateId(), 1, new OrderDeleted(id, NOW));
    }

    private static long count(OrderStore store) {
        return store.get(TransactionalUnit.class).read(Opening.plain(), entered -> {
            OrderCounts counts = store.get(OrderCounts.class);
            long ofEvent = counts.of(Festival.ORGANIZER, Festival.EVENT);
            assertThat(counts.of(Festival.ORGANIZER))
                    .as("the organizer has no other event")
                    .isEqualTo(ofEvent);
            return ofEvent;
        });
    }
}
