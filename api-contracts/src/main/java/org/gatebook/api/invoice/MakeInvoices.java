package org.gatebook.api.invoice;

import java.time.Instant;
import java.util.List;
import org.gatebook.api.command.AggregateCommand;
import org.gatebook.api.order.OrderId;

/**
 * Asks an order for invoices; answered with the ids of the documents that were made, in their order. The order decides,
 * because whether there may be one depends on where it stands.
 */
public record MakeInvoices(OrderId order, InvoiceWish wish, Instant now) implements AggregateCommand<List<Long>> {

    @Override
    public String aggregateId() {
        return order.aggregateId();
    }
}
