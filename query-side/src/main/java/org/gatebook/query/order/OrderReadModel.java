package org.gatebook.query.order;

import java.util.List;
import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.text.TextArray;
import org.gatebook.web.answer.ApiJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders, a row each. Beside the columns by which clients search a row holds the order twice: as the view that the next
 * event is folded onto, and as the text that is handed out, so that reading parses nothing.
 */
@Component
class OrderReadModel implements ReadModel<OrderView> {

    private static final Table TABLE = new Table(
            "orders",
            List.of("id"),
            List.of(
                    "id",
                    "organizer",
                    "event",
                    "code",
                    "status",
                    "testmode",
                    "deleted",
                    "require_approval",
                    "valid_if_pending",
                    "email",
                    "locale",
                    "customer",
                    "sales_channel",
                    "datetime",
                    "expires",
                    "comment",
                    "invoice_name",
                    "invoice_company",
                    "checkin_attention",
                    "checkin_text",
                    "providers:text[]",
                    "document:json",
                    "shown",
                    "placed_at",
                    "position"));

    private final JdbcClient jdbc;

    OrderReadModel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String script() {
        return "org/gatebook/query/order/orders.v2.sql";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Class<OrderEvent> events() {
        return OrderEvent.class;
    }

    @Override
    public OrderView fold(@Nullable OrderView view, RecordedEvent event) {
        return OrderFold.fold(view, (OrderEvent) event.payload(), event.position());
    }

    @Override
    public @Nullable OrderView load(String key) {
        return jdbc.sql("SELECT document FROM orders WHERE id = :id")
                .param("id", OrderId.ofAggregate(key).number())
                .query(String.class)
                .optional()
                .map(document -> ApiJson.mapper().readValue(document, OrderView.class))
                .orElse(null);
    }

    @Override
    public void write(Row<OrderView> row, RowSink sink) {
        OrderView order = row.view();
        OrderView.Origin origin = order.origin();
        DetailsView details = order.details();
        Buyer buyer = details.buyer();
        sink.row(
                TABLE,
                origin.id().number(),
                origin.organizer().value(),
                origin.event().value(),
                origin.code().value(),
                order.status().code(),
                origin.testmode(),
                order.deleted(),
                order.requireApproval(),
                details.validIfPending(),
                buyer.email(),
                details.locale(),
                details.customer(),
                origin.salesChannel(),
                origin.datetime(),
                order.expires(),
                buyer.comment(),
                details.invoiceName(),
                details.invoiceCompany(),
                details.checkinAttention(),
                details.checkinText(),
                TextArray.literal(order.payments().stream()
                        .map(PaymentView::provider)
                        .distinct()
                        .toList()),
                ApiJson.mapper().writeValueAsString(order),
                OrderText.of(order),
                origin.placedAt(),
                row.position());
    }
}
