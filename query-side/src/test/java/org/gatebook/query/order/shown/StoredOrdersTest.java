package org.gatebook.query.order.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.query.test.OrderFacts.NOW;
import static org.gatebook.query.test.OrderFacts.eur;
import static org.gatebook.query.test.OrderFacts.order;
import static org.gatebook.query.test.OrderFacts.payment;
import static org.gatebook.query.test.OrderFacts.scan;

import java.util.List;
import java.util.Optional;
import org.gatebook.api.order.OrderEvent.LineCanceled;
import org.gatebook.api.order.OrderEvent.OrderDeleted;
import org.gatebook.api.order.OrderEvent.PaymentRecorded;
import org.gatebook.api.order.OrderId;
import org.gatebook.api.order.PaymentState;
import org.gatebook.api.ticket.Scan;
import org.gatebook.api.ticket.TicketEvent.TicketScanned;
import org.gatebook.api.ticket.TicketId;
import org.gatebook.eventstore.Opening;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.test.PostgresExtension;
import org.gatebook.query.test.Festival;
import org.gatebook.query.test.OrderStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes on one database, of which one writes and the other remembers. */
class StoredOrdersTest {

    private static final OrderId ORDER = new OrderId(100);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void what_is_remembered_is_shown_until_anything_happens_to_the_order_anywhere() {
        var database = POSTGRES.application();
        try (var writer = new OrderStore(database);
                var reader = new OrderStore(database)) {
            writer.place(order(100, "SEEN1").test().line(101, Festival.TICKET).line(102, Festival.TICKET));
            assertThat(find(reader).orElseThrow().lines()).hasSize(2);
            assertRemembered(reader);

            writer.happen(
                    ORDER.aggregateId(),
                    1,
                    new PaymentRecorded(ORDER, payment(ORDER, 1, "manual", PaymentState.CREATED)));
            assertThat(find(reader).orElseThrow().shown())
                    .as("a payment, which is no touch")
                    .contains("manual");
            assertRemembered(reader);

            writer.happen(
                    "position:101",
                    1,
                    new TicketScanned(new TicketId(101), ORDER, scan(500, 9, Scan.Direction.ENTRY, NOW)));
            assertThat(find(reader).orElseThrow().lines().getFirst().checkins())
                    .as("a scan")
                    .contains("500");
            assertRemembered(reader);

            writer.happen(ORDER.aggregateId(), 2, new LineCanceled(ORDER, 102, eur("23.00")));
            assertThat(find(reader).orElseThrow().lines().getLast().canceled()).isTrue();
            assertRemembered(reader);

            writer.rebuild();
            assertThat(find(reader).orElseThrow().lines()).hasSize(2);
            writer.happen(ORDER.aggregateId(), 3, new OrderDeleted(ORDER, NOW));
            assertThat(find(reader)).isEmpty();
            writer.place(order(200, "SEEN1").test().line(201, Festival.TICKET));
            assertThat(find(reader).orElseThrow().lines())
                    .as("another order under the code that was free again")
                    .hasSize(1);
        }
    }

    private static void assertRemembered(OrderStore store) {
        List<String> statements = store.statementsOf(() -> find(store));
        assertThat(statements).anyMatch(sql -> sql.contains("from orders o"));
        assertThat(statements).as("a whole order").noneMatch(sql -> sql.contains("order_line"));
    }

    private static Optional<StoredOrder> find(OrderStore store) {
        return store.get(TransactionalUnit.class)
                .read(
                        Opening.plain(),
                        entered -> store.get(StoredOrders.class).find(Festival.ORGANIZER, Festival.EVENT, "SEEN1"));
    }
}
