package org.gatebook.command.order.invoice;

import java.util.List;
import org.gatebook.api.invoice.InvoiceOccasion;
import org.gatebook.api.order.OrderEvent;
import org.gatebook.api.order.OrderEvent.ContentsChanged;
import org.gatebook.api.order.OrderEvent.OrderApproved;
import org.gatebook.api.order.OrderEvent.OrderCanceled;
import org.gatebook.api.order.OrderEvent.OrderCanceledForFee;
import org.gatebook.api.order.OrderEvent.OrderDenied;
import org.gatebook.api.order.OrderEvent.OrderExpired;
import org.gatebook.api.order.OrderEvent.OrderPaid;
import org.gatebook.api.order.OrderEvent.OrderPlaced;
import org.gatebook.api.order.OrderEvent.OrderReactivated;
import org.gatebook.api.order.OrderEvent.OrderSplitFrom;
import org.gatebook.command.order.state.OrderState;
import org.gatebook.command.order.state.OrderState.Expired;
import org.gatebook.command.order.state.OrderState.Pending;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one decision mean for invoices. A change of what the order holds, and its being split off another
 * one, mean nothing here: whether invoices follow is said by the request.
 */
public final class Occasions {

    private Occasions() {}

    /** Null if there is nothing to follow. */
    public static @Nullable InvoiceOccasion of(
            @Nullable OrderState before, OrderState after, List<OrderEvent> happened) {
        InvoiceOccasion occasion = null;
        for (OrderEvent event : happened) {
            if (event instanceof ContentsChanged || event instanceof OrderSplitFrom) {
                return null;
            }
            InvoiceOccasion next = of(event);
            // What an order is paid with may be a part of its placing, its approval or its coming back.
            occasion = occasion == null ? next : occasion;
        }
        boolean extended = before instanceof Expired && after instanceof Pending;
        return occasion == null && extended ? InvoiceOccasion.REVIVED : occasion;
    }

    private static @Nullable InvoiceOccasion of(OrderEvent event) {
        if (event instanceof OrderPlaced) {
            return InvoiceOccasion.PLACED;
        } else if (event instanceof OrderPaid) {
            return InvoiceOccasion.PAID;
        } else if (event instanceof OrderApproved) {
            return InvoiceOccasion.APPROVED;
        } else if (event instanceof OrderReactivated) {
            return InvoiceOccasion.REVIVED;
        } else if (event instanceof OrderCanceledForFee) {
            return InvoiceOccasion.CANCELED_FOR_FEE;
        } else if (event instanceof OrderCanceled || event instanceof OrderDenied || event instanceof OrderExpired) {
            return InvoiceOccasion.CALLED_OFF;
        }
        return null;
    }
}
