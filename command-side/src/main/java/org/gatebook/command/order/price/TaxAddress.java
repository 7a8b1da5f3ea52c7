package org.gatebook.command.order.price;

import org.gatebook.api.order.Buyer;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.api.order.OrderDetails;
import org.jspecify.annotations.Nullable;

/**
 * What taxes depend on of an invoice address.
 *
 * @param country two letters; empty if not given
 * @param state empty if not given
 * @param business whether a company buys
 * @param validVatId whether there is a VAT id and it was validated
 */
public record TaxAddress(String country, String state, boolean business, boolean validVatId) {

    /** The part of an address that taxes depend on. */
    public static TaxAddress of(InvoiceAddress address) {
        return new TaxAddress(
                address.country(),
                address.state(),
                address.business(),
                !address.vatId().isEmpty() && address.vatIdValidated());
    }

    /** That of an order; null if no address is known. */
    public static @Nullable TaxAddress of(OrderDetails order) {
        return order.buyer()
                .value()
                .map(Buyer::invoiceAddress)
                .map(TaxAddress::of)
                .orElse(null);
    }
}
