package org.gatebook.api.invoice;

import org.jspecify.annotations.Nullable;

/**
 * To whom a document is addressed, as the order had it that day. Everything but the texts is null without an address.
 *
 * @param text the whole address in lines; empty without one
 * @param vatId null if none was given
 * @param country two letters; null if none was given
 * @param customField null if not given
 * @param internalReference empty if not given
 */
public record InvoiceRecipient(
        String text,
        @Nullable String company,
        @Nullable String name,
        @Nullable String street,
        @Nullable String zipcode,
        @Nullable String city,
        @Nullable String state,
        @Nullable String country,
        @Nullable String vatId,
        @Nullable String beneficiary,
        @Nullable String customField,
        String internalReference) {

    /** Nobody in particular. */
    public static InvoiceRecipient unknown() {
        return new InvoiceRecipient("", null, null, null, null, null, null, null, null, null, null, "");
    }
}
