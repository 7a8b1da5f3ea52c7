package org.gatebook.api.order;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * To whom invoices are addressed (behaviour notes, orders 4.2 and 7.5). Texts are empty when not given.
 *
 * @param lastModified when it was last written
 * @param business whether a company buys
 * @param nameParts as stored, with the scheme; empty if there is no name
 * @param country two letters, or empty
 * @param vatIdValidated believed as sent
 * @param customField null if not given
 */
public record InvoiceAddress(
        Instant lastModified,
        boolean business,
        String company,
        Map<String, Object> nameParts,
        String street,
        String zipcode,
        String city,
        String country,
        String state,
        String vatId,
        boolean vatIdValidated,
        @Nullable String customField,
        String internalReference) {}
