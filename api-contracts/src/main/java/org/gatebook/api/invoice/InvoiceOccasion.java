package org.gatebook.api.invoice;

/** What happened to an order that may make, replace or cancel an invoice without anybody's asking for it (behaviour notes, orders 13.3). */
public enum InvoiceOccasion {
    /** It was placed. */
    PLACED,
    /** It is paid. */
    PAID,
    /** The organizer said yes to it. */
    APPROVED,
    /** It was cancelled or denied, or has expired. */
    CALLED_OFF,
    /** It was cancelled but for a fee. */
    CANCELED_FOR_FEE,
    /** It has expired or was cancelled, and came back. */
    REVIVED,
    /** What it holds costs something else, or is something else. */
    CHANGED,
    /** It was split off an order that had an invoice. */
    SPLIT_OFF
}
