package org.gatebook.command.order.invoice;

import java.util.List;
import org.gatebook.api.decision.Decision;
import org.gatebook.api.invoice.InvoiceOccasion;
import org.gatebook.api.invoice.InvoiceWish;
import org.gatebook.api.invoice.MakeInvoices;
import org.gatebook.api.order.OrderId;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.TransactionalUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes the invoices that follow from what happens to orders. They come at the end of the unit, so that they show the order
 * as the unit leaves it, and so that the sequences of their numbers are locked as shortly as can be.
 */
@Component
public class OrderInvoices {

    private final TransactionalUnit unit;
    private final ObjectProvider<CommandSender> commands;

    /** @param commands found when it is needed: who sends commands needs the aggregates, and these need this */
    OrderInvoices(TransactionalUnit unit, ObjectProvider<CommandSender> commands) {
        this.unit = unit;
        this.commands = commands;
    }

    /** Makes, replaces or cancels what follows, perhaps nothing. */
    public void follow(OrderId order, InvoiceOccasion occasion) {
        unit.afterwards(() -> make(order, new InvoiceWish.After(occasion)));
    }

    private void make(OrderId order, InvoiceWish wish) {
        Decision<List<Long>> decision = commands.getObject()
                .send(new MakeInvoices(order, wish, unit.entered().now()));
        if (decision instanceof Decision.Refused<List<Long>> refused) {
            throw new IllegalStateException("what follows is not refused: " + refused.refusal());
        }
    }
}
