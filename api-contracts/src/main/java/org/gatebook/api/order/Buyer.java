package org.gatebook.api.order;

import org.jspecify.annotations.Nullable;

/**
 * Who bought: sealed as one value under the order.
 *
 * @param email null if not given
 * @param phone E.164, null if not given
 * @param comment the organizer's internal comment, which speaks of people; may be empty
 * @param invoiceAddress null if there is none
 */
public record Buyer(
        @Nullable String email,
        @Nullable String phone,
        String comment,
        @Nullable InvoiceAddress invoiceAddress) {}
