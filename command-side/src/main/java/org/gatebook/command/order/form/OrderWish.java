package org.gatebook.command.order.form;

import java.util.List;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.web.form.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * An order as a client wants it.
 *
 * @param sent its own fields, those of {@link OrderForm}
 * @param invoiceAddress null if none was sent
 */
public record OrderWish(
        Parsed sent,
        List<PositionWish> positions,
        List<FeeWish> fees,
        @Nullable InvoiceAddress invoiceAddress) {

    public OrderWish {
        positions = List.copyOf(positions);
        fees = List.copyOf(fees);
    }

    /** The channel that it comes through. */
    public String salesChannel() {
        return sent.get(OrderForm.SALES_CHANNEL, OrderForm.WEB);
    }
}
