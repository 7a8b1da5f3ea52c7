package org.gatebook.command.order.price;

import org.gatebook.api.order.InvoiceAddress;

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
}
